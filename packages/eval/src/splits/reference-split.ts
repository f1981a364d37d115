import type { OptionNames } from '@ser/internal';
import { checkFractionOrZero } from '../util/check-fractions.ts';
import { checkList } from '../util/check-list.ts';
import { checkOptions } from '../util/check-options.ts';
import { drawTest } from '../util/draw-test.ts';
import { createRandom } from '../util/random.ts';
import type { Row } from './row.ts';
import type { Split } from './split.ts';

/** The options of `referenceSplit`. */
export interface ReferenceSplitOptions {
  /** Decides every draw: the same seed and rows give the same split. */
  seed: number;
  /** The part of all rows that is tested, in (0, 1). Default 0.2. */
  testSize?: number;
  /** The part of the training rows that validates, in [0, 1). Default 0.15. */
  validation?: number;
}

const OPTIONS: OptionNames<ReferenceSplitOptions> = {
  seed: true,
  testSize: true,
  validation: true,
};

/**
 * The reference recipe's split: a random 80/20 of the rows, then the last 15 % of the shuffled
 * training rows for validation, as Keras' `validation_split` takes them.
 *
 * **It leaks.** Variants of a clip, clips of one recording and of a speaker are on all sides. Its
 * scores say little about a new recording and nothing about a new voice. Use it to compare with
 * results that were made this way. `PROTOCOLS.reference.leaks` is true.
 *
 * @returns `train` in shuffled order.
 * @throws {EvaluationError} `bad-argument` or `too-few`.
 */
export function referenceSplit(rows: readonly Row[], options: ReferenceSplitOptions): Split {
  const {
    seed,
    testSize = 0.2,
    validation = 0.15,
  } = checkOptions('referenceSplit', options, OPTIONS);
  checkList('referenceSplit', 'rows', rows);
  checkFractionOrZero('referenceSplit', 'validation', validation);
  const random = createRandom('referenceSplit', seed);
  const { train, test } = drawTest('referenceSplit', rows.length, testSize, random);
  const kept = Math.floor(train.length * (1 - validation));
  return { train: train.slice(0, kept), validation: train.slice(kept), test };
}
