import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FoldsResult, mergeFolds, RUN_FILES } from '@ser/experiment';
import { CliError } from '../console/cli-error.ts';
import { plainStore } from '../data/plain-store.ts';
import { arrayExpression } from '../shards/array-expression.ts';
import { checkNoLink } from './check-plain-folder.ts';
import { acquireSharedLock } from './fold-lock.ts';

/** What became of merging the shards of a cross-validation. */
export interface MergedRuns {
  /** Among how many shards its runs are shared. */
  shards: number;
  /** The shards that are not done, as `sbatch --array` takes them: `3,7-9`. Empty where all are. */
  missing: string;
  /** The folders of the runs that are not finished. */
  missingRuns: string[];
  /** Undefined while a shard is missing; nothing is written then. */
  result: FoldsResult | undefined;
}

/** Whether a folder is that of a run or a cross-validation, and not one of shards of a table. */
export function holdsRuns(folder: string): boolean {
  return existsSync(join(folder, RUN_FILES.plan));
}

/**
 * Writes the summary and the reports of a cross-validation whose shards are all done: the files that
 * one run of `ser crossvalidate` would have written. Shards may be at work meanwhile.
 *
 * @throws CliError `no-run` for a folder that no shard has begun, `run-finished` for one that is
 *   merged already, `run-in-use` while `--resume` is at work there; ExperimentError `bad-file` or
 *   `other-plan` for a run of something else
 */
export async function mergeRuns(folder: string): Promise<MergedRuns> {
  const has = (file: string): boolean => existsSync(join(folder, file));
  await checkNoLink(folder);
  if (!has(RUN_FILES.shards)) {
    if (has(RUN_FILES.metrics)) {
      const message = `${folder}: this run has finished; see its ${RUN_FILES.report}`;
      throw new CliError('run-finished', message);
    }
    const message =
      `${folder} must be the --out that shards of \`ser crossvalidate --num-shards\` share, ` +
      `and has no ${RUN_FILES.shards}`;
    throw new CliError('no-run', message);
  }
  const lock = await acquireSharedLock(folder);
  try {
    const { shards, missing, missingRuns, result } = await mergeFolds(plainStore(folder));
    return {
      shards,
      missing: arrayExpression(missing),
      missingRuns: missingRuns.map(({ key }) => key),
      result,
    };
  } finally {
    await lock.release();
  }
}
