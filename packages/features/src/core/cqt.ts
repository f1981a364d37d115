import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import {
  CONSTANT_Q_OPTIONS,
  type ConstantQOptions,
} from '../util/constant-q/constant-q-options.ts';
import { variableQ } from '../util/constant-q/variable-q.ts';
import type { ComplexMatrix } from '../util/matrix.ts';

/**
 * Constant-Q transform: bins at equal steps of pitch, each over as many of its own periods;
 * librosa's `cqt` (C. Schörkhuber and A. Klapuri, "Constant-Q transform toolbox for music
 * processing", 2010). Octave by octave the signal is resampled to half its rate, by {@link resample}.
 *
 * @returns `[nBins, frames]`: bin k is `fMin * 2 ** ((k + tuning) / binsPerOctave)` Hz, frame t is
 *   centred on sample `t * hopLength`.
 * @throws {FeatureError} for samples that are empty or not finite, for options out of range, and for
 *   bins whose filters reach beyond half of the rate.
 */
export function cqt(samples: Samples, options: ConstantQOptions): ComplexMatrix {
  checkOptions('cqt', options, CONSTANT_Q_OPTIONS);
  return variableQ('cqt', samples, options, { intervals: null, gamma: 0 });
}
