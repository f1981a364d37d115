import { fileURLToPath } from 'node:url';
import { runFold } from '@ser/experiment';
import { isBackend, startBackend } from '../console/start-backend.ts';
import { plainStore } from '../data/plain-store.ts';
import { acquireFoldLock } from '../runs/fold-lock.ts';
import { type FromJob, sendableError, type ToJob } from './messages.ts';
import { ReceivedTable } from './send-table.ts';

/** The program that a process of its own runs to train single runs of a cross-validation. */
export const JOB_PROCESS: string = fileURLToPath(import.meta.url);

if (process.argv[1] === JOB_PROCESS && process.send) serve();

/** Trains what the process asks for that has started this one, and ends with it. */
function serve(): void {
  let received: ReceivedTable | undefined;
  let current: AbortController | undefined;
  // Ctrl-C reaches all processes of a terminal: the first one tells the others what to do.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => stop());
  // Nobody is left who waits. What was saved last stays, and the lock is one of a dead process.
  process.on('disconnect', () => process.exit());

  const stop = (): void => current?.abort(new Error('it was stopped'));
  const say = (message: FromJob): void => {
    process.send?.(message);
  };

  const begin = async (): Promise<void> => {
    const { backend } = (received as ReceivedTable).setup.plan;
    if (!isBackend(backend)) throw new Error(`the backend ${backend} is unknown here`);
    await startBackend(backend, received?.setup.threads);
    say({ kind: 'ready' });
  };

  const train = async ({ run }: Extract<ToJob, { kind: 'train' }>): Promise<void> => {
    const { setup, table } = received as ReceivedTable;
    const { folder, plan, isGuarded } = setup;
    current = new AbortController();
    const { signal } = current;
    const lock = await acquireFoldLock(folder, run.key, { isGuarded, signal });
    try {
      const reporter = (event: Extract<FromJob, { kind: 'event' }>['event']): void =>
        say({ kind: 'event', event });
      await runFold(plan, table, run, { store: plainStore(folder), reporter, signal });
    } finally {
      await lock.release();
      current = undefined;
    }
    say({ kind: 'trained' });
  };

  const answer = async (message: ToJob): Promise<void> => {
    switch (message.kind) {
      case 'begin':
        received = new ReceivedTable(message);
        if (received.isWhole) await begin();
        break;
      case 'values':
        received?.add(message);
        if (received?.isWhole) await begin();
        break;
      case 'train':
        await train(message);
        break;
      case 'stop':
        stop();
        break;
      case 'end':
        process.exit();
    }
  };
  process.on('message', (message: ToJob) => {
    answer(message).catch((error: unknown) => say({ kind: 'failed', error: sendableError(error) }));
  });
}
