import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkEmphasis, EMPHASIS_OPTIONS, type Emphasis } from '../util/emphasis.ts';

/** The options of {@link preemphasis}. */
export interface PreemphasisOptions extends Emphasis {
  /**
   * What is added to the first sample, such as the `zf` of the samples before. Default
   * `2 * y[0] - y[1]`, the sample before as a straight line has it.
   */
  zi?: number;
  /** Whether the state of the filter after the last sample is returned too. Default false. */
  returnZf?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<PreemphasisOptions> = EMPHASIS_OPTIONS;

/** Samples, and the state of the filter after them. */
export interface Filtered {
  readonly samples: Float32Array;
  /** `zi` for the samples that follow. */
  readonly zf: number;
}

/**
 * Raises high frequencies, `y[n] - coef * y[n - 1]`; librosa's `effects.preemphasis`.
 *
 * @returns As many samples, with `returnZf` in an object beside `zf`.
 * @throws {FeatureError} for audio that is empty or not finite, for a single sample without `zi`,
 *   and for options out of range.
 */
export function preemphasis(
  samples: Samples,
  options: PreemphasisOptions & { returnZf: true },
): Filtered;
export function preemphasis(
  samples: Samples,
  options?: PreemphasisOptions & { returnZf?: false },
): Float32Array;
export function preemphasis(
  samples: Samples,
  options: PreemphasisOptions = {},
): Filtered | Float32Array {
  checkOptions('preemphasis', options, OPTIONS);
  const { coef = 0.97, returnZf = false } = options;
  checkEmphasis('preemphasis', samples, { ...options, coef, returnZf });
  const { zi = 2 * samples[0] - samples[1] } = options;
  const result = new Float32Array(samples.length);
  let state = zi;
  for (let i = 0; i < samples.length; i++) {
    result[i] = samples[i] + state;
    state = -coef * samples[i];
  }
  return returnZf ? { samples: result, zf: state } : result;
}
