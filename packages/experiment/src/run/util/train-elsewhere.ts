import type { FileStore } from '@ser/model';
import { ExperimentError } from '../../experiment-error.ts';
import type { ExperimentEvent, Reporter } from '../../reporter.ts';
import type { FoldRun } from '../fold-run.ts';
import type { RunJobs } from '../run-jobs.ts';

/** Options of {@link trainElsewhere}. */
export interface TrainElsewhereOptions {
  store: FileStore;
  /** How many test folds each seed has, for reports. */
  folds: number;
  /** How many runs were finished before. */
  before: number;
  /** Takes a run that has been trained. */
  onTrained(run: FoldRun): Promise<void>;
  /** Default: none. */
  reporter?: Reporter | undefined;
  /** Default: none. */
  signal?: AbortSignal | undefined;
}

/**
 * Has runs trained elsewhere, some at a time, and begun in their order. A run that fails costs
 * itself alone: the others go on.
 *
 * @throws ExperimentError `failed-runs` that names those which have failed, once all others are
 *   done. The signal's reason when aborted, once those at work have been saved
 */
export async function trainElsewhere(
  runs: readonly FoldRun[],
  jobs: RunJobs,
  { store, folds, before, onTrained, reporter, signal }: TrainElsewhereOptions,
): Promise<void> {
  const waiting = [...runs];
  const failed: { run: FoldRun; error: unknown }[] = [];
  let trained = 0;
  const train = async (run: FoldRun): Promise<void> => {
    const { fold, seed } = run;
    const about = { fold, folds, seed };
    const tell = (event: ExperimentEvent): void => {
      reporter?.({
        kind: 'job',
        ...about,
        done: before + trained + failed.length,
        total: before + runs.length,
        event,
      });
    };
    reporter?.({ kind: 'run-begin', ...about });
    try {
      await jobs.train(run, { ...(reporter && { reporter: tell }), signal });
      await onTrained(run);
      trained++;
    } catch (error) {
      if (signal?.aborted) return;
      failed.push({ run, error });
      reporter?.({ kind: 'run-failed', ...about, message: messageOf(error) });
    }
  };
  const trainNext = async (): Promise<void> => {
    while (!signal?.aborted) {
      const run = waiting.shift();
      if (!run) return;
      await train(run);
    }
  };
  const size = Math.min(Math.max(1, jobs.count), runs.length);
  await Promise.all(Array.from({ length: size }, trainNext));
  // Once all is trained, the reports are written all the same.
  if (trained < runs.length) signal?.throwIfAborted();
  if (failed.length > 0) throw failedRuns(store, runs.length, failed);
}

/** So many failures are told with their reason. */
const MOST_TOLD = 3;

function failedRuns(
  { name }: FileStore,
  total: number,
  failed: readonly { run: FoldRun; error: unknown }[],
): ExperimentError {
  const told = failed
    .slice(0, MOST_TOLD)
    .map(({ run, error }) => `${name}/${run.key}: ${messageOf(error)}`);
  const rest = failed.slice(MOST_TOLD).map(({ run }) => run.key);
  const have = failed.length === 1 ? 'has' : 'have';
  const others = rest.length > 0 ? `; and ${rest.join(', ')}` : '';
  return new ExperimentError(
    'failed-runs',
    `${failed.length} of ${total} runs ${have} failed: ${told.join('; ')}${others}`,
    { cause: failed[0]?.error },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
