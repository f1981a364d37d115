import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import { frameCentroids } from '../util/frame-centroids.ts';
import {
  binFrequencies,
  frameSum,
  SPECTRAL_OPTIONS,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of `spectralBandwidth`. */
export interface SpectralBandwidthOptions extends SpectralOptions {
  /** Exponent of the deviation; 2 gives a weighted standard deviation. Default 2. */
  p?: number;
  /** Whether a frame's magnitudes are scaled to sum to 1. Default true. */
  norm?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<SpectralBandwidthOptions> = { ...SPECTRAL_OPTIONS, p: true, norm: true };

/**
 * The spread of the frequencies around the centroid, `(Σ |f - centroid|^p · S)^(1/p)`; librosa's
 * `feature.spectral_bandwidth`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns Hz, a value a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function spectralBandwidth(
  input: SignalOrMatrix,
  options: SpectralBandwidthOptions,
): Float32Array {
  checkOptions('spectralBandwidth', options, OPTIONS);
  const { p = 2, norm = true, sampleRate } = options;
  checkPositive('spectralBandwidth', 'p', p);
  const frames = spectralFrames('spectralBandwidth', input, options);
  const hz = binFrequencies('spectralBandwidth', frames, sampleRate);
  const centres = frameCentroids(frames, hz);
  const { magnitudes, bins } = frames;
  return Float32Array.from(centres, (centre, t) => {
    let sum = 0;
    for (let f = 0; f < bins; f++) {
      const away = Math.abs(hz[f] - centre);
      sum += magnitudes[t * bins + f] * (p === 2 ? away * away : away ** p);
    }
    return (norm ? sum / frameSum(frames, t) : sum) ** (1 / p);
  });
}
