import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkEmphasis, EMPHASIS_OPTIONS, type Emphasis } from '../util/emphasis.ts';
import type { Filtered } from './preemphasis.ts';

/** The options of {@link deemphasis}. */
export interface DeemphasisOptions extends Emphasis {
  /**
   * What is added to the first sample: the `zi` with which it was emphasised, or the `zf` of the
   * samples before. Default: what undoes the default of `preemphasis`.
   */
  zi?: number;
  /** Whether the state of the filter after the last sample is returned too. Default false. */
  returnZf?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<DeemphasisOptions> = EMPHASIS_OPTIONS;

/**
 * Undoes `preemphasis`, `x[n] = y[n] + coef * x[n - 1]`; librosa's `effects.deemphasis`.
 *
 * @returns As many samples, with `returnZf` in an object beside `zf`. As in librosa, that `zf` is
 *   the state of the filter alone: without `zi`, it is off by the correction of the start, which
 *   after n samples has fallen to `coef ** n`.
 * @throws {FeatureError} for audio that is empty or not finite, for a single sample without `zi`,
 *   and for options out of range.
 */
export function deemphasis(
  samples: Samples,
  options: DeemphasisOptions & { returnZf: true },
): Filtered;
export function deemphasis(
  samples: Samples,
  options?: DeemphasisOptions & { returnZf?: false },
): Float32Array;
export function deemphasis(
  samples: Samples,
  options: DeemphasisOptions = {},
): Filtered | Float32Array {
  checkOptions('deemphasis', options, OPTIONS);
  const { coef = 0.97, zi, returnZf = false } = options;
  checkEmphasis('deemphasis', samples, { coef, zi, returnZf });
  const result = new Float32Array(samples.length);
  let state = zi ?? 0;
  let correction = zi === undefined ? ((2 - coef) * samples[0] - samples[1]) / (3 - coef) : 0;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] + state;
    result[i] = value - correction;
    state = coef * value;
    correction *= coef;
  }
  return returnZf ? { samples: result, zf: state } : result;
}
