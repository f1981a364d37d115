import { ModelError } from '../../model-error.ts';
import { checkList } from '../../util/check-list.ts';

/** How far from 1 priors may add up to, as in scikit-learn. */
const SUM_TOLERANCE = 1e-5;

/** Throws a ModelError `bad-argument` unless there is a probability above 0 for each class. */
export function checkPriors(
  caller: string,
  name: string,
  priors: ArrayLike<number>,
  classes: number,
): void {
  const fail = (expected: string) =>
    new ModelError('bad-argument', `${caller}: \`${name}\` must ${expected}`);
  checkList(caller, name, priors);
  if (priors.length !== classes) {
    throw fail(`hold a number for each of ${classes} classes, got ${priors.length}`);
  }
  const bad = Array.from(priors).findIndex((prior) => !(prior > 0 && prior <= 1));
  if (bad !== -1) throw fail(`be in (0, 1], got ${priors[bad]} for class ${bad}`);
  const sum = Array.from(priors).reduce((a, b) => a + b);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) throw fail(`add up to 1, got ${sum}`);
}
