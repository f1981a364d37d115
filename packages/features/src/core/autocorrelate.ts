import type { OptionNames } from '@ser/internal';
import { planFft } from '../kernels/fft/plan-fft.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkSamples } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';

/** The options of {@link autocorrelate}. */
export interface AutocorrelateOptions {
  /** How many lags are returned at most. Default: as many as there are samples. */
  maxSize?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<AutocorrelateOptions> = { maxSize: true };

/**
 * The sums of the products of a signal and itself, one lag later each; librosa's `autocorrelate`.
 *
 * @param samples At most 2 ** 22.
 * @returns A value a lag, from lag 0 on.
 * @throws {FeatureError} for audio that is empty, too long or not finite, and for options out of
 *   range.
 */
export function autocorrelate(samples: Samples, options: AutocorrelateOptions = {}): Float64Array {
  checkOptions('autocorrelate', options, OPTIONS);
  checkSamples('autocorrelate', 'samples', samples);
  const { length } = samples;
  if (length > MAX_LENGTH) {
    throw badArgument('autocorrelate', 'samples', `at most ${MAX_LENGTH} long`, length);
  }
  const { maxSize = length } = options;
  checkInteger('autocorrelate', 'maxSize', maxSize, 1);
  let size = 4;
  while (size < 2 * length - 1) size *= 2;
  const fft = planFft(size);
  const { signal, spectrum } = fft;
  signal.fill(0);
  signal.set(samples);
  fft.forward();
  for (let i = 0; i < spectrum.length; i += 2) {
    spectrum[i] = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
    spectrum[i + 1] = 0;
  }
  fft.inverse();
  return signal.slice(0, Math.min(maxSize, length));
}
