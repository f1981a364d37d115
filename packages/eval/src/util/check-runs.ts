import type { FoldRun, TestedRow } from '../cross-validation/fold-run.ts';
import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from './check-list.ts';
import { checkObject } from './check-objects.ts';
import { listed } from './listed.ts';

/**
 * Checks that there are runs, each once, and that the rows that they test exist.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkRuns(
  caller: string,
  runs: readonly FoldRun[],
  seeds: readonly number[],
  rows: readonly TestedRow[],
): void {
  if (new Set(runs.map(({ key }) => key)).size < runs.length || runs.length === 0) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`splits\` and \`seeds\` must give one run or more, each once, ` +
        `got ${runs.length} with the seeds ${listed(seeds)}`,
    );
  }
  for (const { key, split } of runs) {
    checkObject(caller, `splits[${key}]`, split);
    checkList(caller, `splits[${key}].test`, split.test);
    const other = split.test.find((index) => rows[index] === undefined);
    if (other !== undefined) {
      throw new EvaluationError(
        'bad-argument',
        `${caller}: \`splits\` must hold indices of the ${rows.length} rows, ` +
          `got ${other} in ${key}`,
      );
    }
  }
}
