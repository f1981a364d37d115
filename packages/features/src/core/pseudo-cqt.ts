import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSamples } from '../util/checks.ts';
import {
  CONSTANT_Q_OPTIONS,
  type ConstantQOptions,
  constantQ,
} from '../util/constant-q/constant-q-options.ts';
import { pseudoQ } from '../util/constant-q/pseudo-q.ts';
import { tuned } from '../util/constant-q/variable-q.ts';
import type { Matrix } from '../util/matrix.ts';

/**
 * Magnitudes of a constant-Q transform from those of one short-time spectrum, without
 * phases; librosa's `pseudo_cqt`.
 *
 * @returns `[nBins, frames]`
 * @throws {FeatureError} as {@link cqt} does.
 */
export function pseudoCqt(samples: Samples, options: ConstantQOptions): Matrix {
  checkOptions('pseudoCqt', options, CONSTANT_Q_OPTIONS);
  const { fMin, padMode, ...transform } = constantQ('pseudoCqt', options);
  checkSamples('pseudoCqt', 'samples', samples);
  const lowest = tuned(samples, fMin, options.tuning, transform);
  const constant = { ...transform, lowest, intervals: null, gamma: 0 };
  return pseudoQ('pseudoCqt', samples, constant, padMode);
}
