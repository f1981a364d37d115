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
  const frames = 1 + Math.floor((n + 2 * padding - frameLength) / hopLength);
  // The first and the last sample of each frame: padding repeats samples, and so adds no crossing.
  const ends = Array.from({ length: frames }, (_, t) => {
    const start = t * hopLength - padding;
    return [Math.max(0, Math.min(n - 1, start)), Math.min(n - 1, start + frameLength - 1)] as const;
  });
  // Crossings before the samples at which a frame begins or ends.
  const before = new Map<number, number>();
  let counted = 0;
  let crossings = 0;
  for (const end of ends.flat().sort((a, b) => a - b)) {
    crossings += countCrossings(samples, counted, end, threshold);
    counted = end;
    before.set(end, crossings);
  }
  const crossed = (first: number, last: number): number =>
    (before.get(last) ?? 0) - (before.get(first) ?? 0);
  return Float32Array.from(ends, ([first, last]) => crossed(first, last) / frameLength);
}

/** Changes of sign on the way from sample `first` to sample `last`. */
function countCrossings(samples: Samples, first: number, last: number, threshold: number): number {
  let count = 0;
  let previous = samples[first] < -threshold ? 1 : 0;
  for (let i = first + 1; i <= last; i++) {
    const negative = samples[i] < -threshold ? 1 : 0;
    count += negative ^ previous;
    previous = negative;
  }
  return count;
}
