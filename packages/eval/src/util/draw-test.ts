import { EvaluationError } from '../evaluation-error.ts';
import type { Fold } from '../splits/fold.ts';
import { checkArray } from './check-array.ts';
import { checkFraction } from './check-fractions.ts';
import type { Label } from './label.ts';
import type { Random } from './random.ts';
import { shuffled } from './shuffled.ts';
import { testShares } from './test-shares.ts';

/** `trainTestSplit` with a generator, for other functions: its errors name the caller. */
export function drawTest(
  caller: string,
  n: number,
  testSize: number,
  random: Random,
  stratify?: ArrayLike<Label>,
): Fold {
  checkFraction(caller, 'testSize', testSize);
  const count = Math.ceil(n * testSize);
  if (count === 0 || count === n) {
    throw new EvaluationError(
      'too-few',
      `${caller}: both sides must have a sample or more, got ${count} of ${n} for the test`,
    );
  }
  const order = shuffled(Array(n).keys(), random);
  if (!stratify) return { train: order.slice(count), test: order.slice(0, count) };
  checkArray(caller, 'stratify', stratify);
  if (stratify.length !== n) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`stratify\` must be as long as the samples, ${n}, got ${stratify.length}`,
    );
  }

  const left = testShares(caller, order, count, stratify, random);
  const sides: Fold = { train: [], test: [] };
  for (const index of order) {
    const share = left.get(stratify[index]) ?? 0;
    left.set(stratify[index], share - 1);
    (share > 0 ? sides.test : sides.train).push(index);
  }
  return sides;
}
