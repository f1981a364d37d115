import {
  binFrequencies,
  frameSum,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix, Spectrogram } from '../util/spectrogram.ts';

/**
 * The mean frequency of each frame, weighted by magnitude; librosa's `feature.spectral_centroid`.
 *
 * @param input samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`
 * @returns Hz, a value a frame (librosa's first and only row)
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function spectralCentroid(input: SignalOrMatrix, options: SpectralOptions): Float32Array {
  const frames = spectralFrames('spectralCentroid', input, options);
  const hz = binFrequencies('spectralCentroid', frames, options.sampleRate);
  return Float32Array.from(centroids(frames, hz));
}

/** The centroid of each frame in Hz. */
export function centroids(frames: Spectrogram, hz: Float64Array): Float64Array {
  const { magnitudes, bins } = frames;
  return Float64Array.from({ length: frames.frames }, (_, t) => {
    let sum = 0;
    for (let f = 0; f < bins; f++) sum += hz[f] * magnitudes[t * bins + f];
    return sum / frameSum(frames, t);
  });
}
