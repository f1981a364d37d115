import type { FoldRun, TestedRow } from '../cross-validation/fold-run.ts';
import type { Prediction } from '../cross-validation/prediction.ts';
import { EvaluationError } from '../evaluation-error.ts';

/**
 * Checks that stored predictions are of the run's test rows.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkStoredPredictions(
  caller: string,
  name: string,
  stored: readonly Prediction[],
  { key, split }: FoldRun,
  rows: readonly TestedRow[],
  classes: number,
): void {
  const test = split.test.map((i) => rows[i]);
  const fits =
    Array.isArray(stored) &&
    stored.length === test.length &&
    stored.every(
      (prediction: Partial<Prediction> | null, i) =>
        prediction?.clip === test[i].clip &&
        prediction.speaker === test[i].speaker &&
        prediction.truth === test[i].label &&
        prediction.scores?.length === classes,
    );
  if (fits) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must hold the ${test.length} test rows of ${key}, ` +
      `got ${stored.length} predictions of other rows or classes`,
  );
}
