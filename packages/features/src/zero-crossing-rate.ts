import { checkInteger, checkNonNegative, checkSamples, invalid } from './check.ts';
import type { FrameOptions } from './rms.ts';
import type { Samples } from './samples.ts';

/** Options of {@link zeroCrossingRate}. */
export interface ZeroCrossingRateOptions extends FrameOptions {
  /** Samples between `-threshold` and `threshold` count as zero, and zero as positive. Default 1e-10. */
  threshold?: number;
}

/**
 * The fraction of a frame's samples whose sign differs from that of the sample before; librosa's
 * `feature.zero_crossing_rate`. Centring repeats the first and the last sample (`edge`).
 *
 * @returns a value a frame (librosa's first and only row)
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function zeroCrossingRate(
  samples: Samples,
  options: ZeroCrossingRateOptions = {},
): Float32Array {
  checkSamples('zeroCrossingRate', samples);
  return crossingRates(samples, options);
}

/** {@link zeroCrossingRate} of samples that are known to be finite. */
export function crossingRates(samples: Samples, options: ZeroCrossingRateOptions): Float32Array {
  const { frameLength = 2048, hopLength = 512, center = true, threshold = 1e-10 } = options;
  checkInteger('zeroCrossingRate', 'frameLength', frameLength, 1);
  checkInteger('zeroCrossingRate', 'hopLength', hopLength, 1);
  checkNonNegative('zeroCrossingRate', 'threshold', threshold);
  const padding = center ? Math.floor(frameLength / 2) : 0;
  const n = samples.length;
  if (n + 2 * padding < frameLength) {
    throw invalid('zeroCrossingRate', 'samples', `at least ${frameLength} long`, n);
  }
  // before[i]: crossings up to and including the step from sample i - 1 to sample i.
  const before = new Int32Array(n);
  let crossings = 0;
  let previous = samples[0] < -threshold ? 1 : 0;
  for (let i = 1; i < n; i++) {
    const negative = samples[i] < -threshold ? 1 : 0;
    crossings += negative ^ previous;
    previous = negative;
    before[i] = crossings;
  }
  const frames = 1 + Math.floor((n + 2 * padding - frameLength) / hopLength);
  const rates = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    // The padding repeats the first and the last sample, and so adds no crossing.
    const start = t * hopLength - padding;
    const first = Math.min(n - 1, Math.max(0, start));
    const last = Math.min(n - 1, start + frameLength - 1);
    rates[t] = (before[last] - before[first]) / frameLength;
  }
  return rates;
}
