import { checkOptions } from '../util/check-options.ts';
import { frameCentroids } from '../util/frame-centroids.ts';
import {
  binFrequencies,
  SPECTRAL_OPTIONS,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/**
 * The mean frequency of each frame, weighted by magnitude; librosa's `feature.spectral_centroid`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns Hz, a value a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function spectralCentroid(input: SignalOrMatrix, options: SpectralOptions): Float32Array {
  checkOptions('spectralCentroid', options, SPECTRAL_OPTIONS);
  const frames = spectralFrames('spectralCentroid', input, options);
  const hz = binFrequencies('spectralCentroid', frames, options.sampleRate);
  return Float32Array.from(frameCentroids(frames, hz));
}
