import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from './check-array.ts';
import { describe } from './describe.ts';

/**
 * Checks the targets and the scores of one class against the rest.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkScores(
  caller: string,
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
): void {
  checkArray(caller, 'yTrue', yTrue);
  checkArray(caller, 'yScore', yScore);
  const bad = Array.from(yScore).findIndex((score) => !Number.isFinite(score));
  if (bad === -1) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`yScore\` must be finite, got ${describe(yScore[bad])} for sample ${bad}`,
  );
}
