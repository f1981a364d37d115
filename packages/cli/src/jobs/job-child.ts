import { type ChildProcess, fork } from 'node:child_process';
import type { FoldRun, RunPorts, Table } from '@ser/experiment';
import { JOB_PROCESS } from './job-process.ts';
import { lostJob } from './lost-job.ts';
import { type FromJob, type JobSetup, receivedError, type ToJob } from './messages.ts';
import { sendTable } from './send-table.ts';

/** Characters of stderr that say why a process ended. */
const MOST_STDERR = 4000;
/** A process that has nothing to do ends at once; one that does not is killed. */
const MOST_CLOSING_MS = 5000;

/** What is waited for: that the process is ready, or a run of it. */
interface Waiting {
  resolve: () => void;
  reject: (error: Error) => void;
  reporter?: RunPorts['reporter'];
}

/** A process that trains single runs of a cross-validation, one after the other. */
export class JobChild {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #waiting: Waiting | undefined;
  #isReady = false;
  #error: Error | undefined;

  constructor() {
    const child = fork(JOB_PROCESS, {
      execArgv: execArgv(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr = `${stderr}${chunk}`.slice(-MOST_STDERR);
    });
    child.on('message', (message: FromJob) => this.#hear(message));
    this.#ended = new Promise((resolve) => {
      child.on('close', (code, signal) => {
        this.#fail(lostJob({ code, signal, stderr }));
        resolve();
      });
      // It could not be started.
      child.on('error', (error) => {
        this.#fail(error);
        if (child.pid === undefined) resolve();
      });
    });
  }

  /** Whether its process can be given another run. */
  get isAlive(): boolean {
    return this.#error === undefined;
  }

  /** Gives it what it trains on. Once, and before all else. */
  async begin(table: Table, setup: JobSetup): Promise<void> {
    const ready = this.#wait();
    // Whoever waits learns from its end why it takes no more.
    const send = (message: ToJob): Promise<void> =>
      new Promise((resolve, reject) => {
        if (this.#error) reject(this.#error);
        else this.#child.send(message, () => resolve());
      });
    await Promise.all([ready, sendTable(table, setup, send)]);
    this.#isReady = true;
  }

  /**
   * Trains one run.
   *
   * @throws what went wrong in it; CliError `lost-job` where its process ended. When aborted, what
   *   it said once it had saved
   */
  async train(run: FoldRun, { reporter, signal }: Omit<RunPorts, 'store'>): Promise<void> {
    const stop = (): void => this.#tell({ kind: 'stop' });
    const trained = this.#wait(reporter);
    this.#tell({ kind: 'train', run });
    signal?.addEventListener('abort', stop);
    try {
      if (signal?.aborted) stop();
      await trained;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends its process. */
  async close(): Promise<void> {
    this.#tell({ kind: 'end' });
    // Nothing is lost by one that has not begun, and it may not hear yet.
    if (!this.#isReady) this.#child.kill('SIGKILL');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), MOST_CLOSING_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  #tell(message: ToJob): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #wait(reporter?: RunPorts['reporter']): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#error) reject(this.#error);
      else this.#waiting = { resolve, reject, reporter };
    });
  }

  #hear(message: FromJob): void {
    if (message.kind === 'event') {
      this.#waiting?.reporter?.(message.event);
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (message.kind === 'failed') waiting?.reject(receivedError(message.error));
    else waiting?.resolve();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#waiting?.reject(this.#error);
    this.#waiting = undefined;
  }
}

/** What the limits of this process' memory are, and how it finds the packages. */
function execArgv(): string[] {
  const limits = process.execArgv.filter((option) => option.startsWith('--max-'));
  return JOB_PROCESS.endsWith('.ts') ? ['--conditions=@ser/source', ...limits] : limits;
}
