import { EvaluationError } from '../evaluation-error.ts';
import { createRandom } from '../util/random.ts';
import type { Row, Split } from './row.ts';
import { drawTest } from './train-test-split.ts';

export interface ReferenceSplitOptions {
  seed: number;
  /** Part of all rows, in (0, 1); 0.2 unless given. */
  testSize?: number;
  /** Part of the training rows, in [0, 1); 0.15 unless given. */
  validation?: number;
}

/**
 * The reference recipe's split: a random 80/20 of the rows, then the last 15 % of the shuffled
 * training rows for validation, as Keras' `validation_split` takes them.
 *
 * **It leaks.** Variants of a clip, and clips of an actor, stand on all sides, so its scores say
 * little about a new recording and nothing about a new voice. It is here to compare with results
 * that were made this way; `PROTOCOLS.reference.leaks` is true.
 *
 * @returns `train` in shuffled order.
 * @throws {EvaluationError} `bad-argument` or `too-few`.
 */
export function referenceSplit(
  rows: readonly Row[],
  { seed, testSize = 0.2, validation = 0.15 }: ReferenceSplitOptions,
): Split {
  if (!(validation >= 0 && validation < 1)) {
    throw new EvaluationError(
      'bad-argument',
      `referenceSplit: \`validation\` must be in [0, 1), got ${validation}`,
    );
  }
  const random = createRandom('referenceSplit', seed);
  const { train, test } = drawTest('referenceSplit', rows.length, testSize, random);
  const kept = Math.floor(train.length * (1 - validation));
  return { train: train.slice(0, kept), validation: train.slice(kept), test };
}
