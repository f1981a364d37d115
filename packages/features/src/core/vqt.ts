import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkCount, checkNonNegative, checkPositive } from '../util/checks.ts';
import {
  CONSTANT_Q_OPTIONS,
  type ConstantQOptions,
} from '../util/constant-q/constant-q-options.ts';
import { variableQ } from '../util/constant-q/variable-q.ts';
import { MAX_ROWS } from '../util/limits.ts';
import type { ComplexMatrix } from '../util/matrix.ts';

/** The options of `vqt`, with librosa's names and defaults. */
export interface VqtOptions extends ConstantQOptions {
  /**
   * `'equal'` steps, or the ratios of an octave's bins to its first, such as `[1, 9 / 8, 3 / 2]`,
   * whose number then stands for `binsPerOctave`. Default `'equal'`.
   */
  intervals?: 'equal' | readonly number[];
  /**
   * By how many Hz every bin hears more than in a constant-Q transform; null for as much as the ear
   * does. Default null.
   */
  gamma?: number | null;
}

/** The names of the options. */
const OPTIONS: OptionNames<VqtOptions> = { ...CONSTANT_Q_OPTIONS, intervals: true, gamma: true };

/**
 * Variable-Q transform: a {@link cqt} whose low bins are shorter in time; librosa's `vqt`
 * (C. Schörkhuber et al., "A Matlab toolbox for efficient perfect reconstruction time-frequency
 * transforms with log-frequency resolution", 2014).
 *
 * @returns `[nBins, frames]`
 * @throws {FeatureError} as `cqt` does.
 */
export function vqt(samples: Samples, options: VqtOptions): ComplexMatrix {
  checkOptions('vqt', options, OPTIONS);
  const { intervals = 'equal', gamma = null, ...rest } = options;
  if (gamma !== null) checkNonNegative('vqt', 'gamma', gamma);
  if (intervals === 'equal') return variableQ('vqt', samples, rest, { intervals: null, gamma });
  checkIntervals(intervals);
  const binsPerOctave = intervals.length;
  return variableQ('vqt', samples, { ...rest, binsPerOctave }, { intervals, gamma });
}

function checkIntervals(intervals: unknown): asserts intervals is readonly number[] {
  if (!Array.isArray(intervals) || intervals.length === 0) {
    throw badArgument('vqt', 'intervals', "'equal' or a list of ratios", intervals);
  }
  checkCount('vqt', 'intervals', intervals, MAX_ROWS);
  intervals.forEach((ratio, i) => {
    checkPositive('vqt', `intervals[${i}]`, ratio);
  });
}
