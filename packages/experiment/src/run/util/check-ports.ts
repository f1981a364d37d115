import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../../experiment-error.ts';
import { checkOptions } from '../../util/check-options.ts';
import type { FoldsPorts, RunJobs } from '../run-jobs.ts';
import type { RunPorts } from '../run-ports.ts';

const PORTS: OptionNames<RunPorts> = { store: true, reporter: true, signal: true, versions: true };
export const FOLDS_PORTS: OptionNames<FoldsPorts> = { ...PORTS, jobs: true };

/** Throws unless a run knows its ports and has a store. */
export function checkPorts(caller: string, ports: RunPorts): void {
  checkOptions(caller, ports, PORTS);
  checkStore(caller, ports.store);
}

/**
 * Throws unless a cross-validation knows its ports, has a store, and jobs that are some.
 *
 * @param names of all that it takes
 */
export function checkFoldsPorts<T extends FoldsPorts>(
  caller: string,
  ports: T,
  names: OptionNames<T>,
): void {
  checkOptions(caller, ports, names);
  checkStore(caller, ports.store);
  const jobs: Partial<RunJobs> | null | undefined = ports.jobs;
  if (jobs === undefined) return;
  const { count, train } = jobs ?? {};
  if (Number.isInteger(count) && Number(count) >= 1 && typeof train === 'function') return;
  throw new ExperimentError(
    'bad-argument',
    `${caller}: \`jobs\` must have a \`count\` of 1 or more and a function \`train\`, ` +
      `got ${jobs === null ? jobs : `${count} and ${typeof train}`}`,
  );
}

function checkStore(caller: string, store: unknown): void {
  if (typeof store === 'object' && store !== null && 'write' in store) return;
  throw new ExperimentError(
    'bad-argument',
    `${caller}: \`store\` must be a store, such as folderStore('my-run'), got ${String(store)}`,
  );
}
