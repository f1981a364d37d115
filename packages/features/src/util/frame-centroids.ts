import { frameSum } from './spectral-frames.ts';
import type { Spectrogram } from './spectrogram.ts';

/** The centroid of each frame in Hz. */
export function frameCentroids(frames: Spectrogram, hz: Float64Array): Float64Array {
  const { magnitudes, bins } = frames;
  return Float64Array.from({ length: frames.frames }, (_, t) => {
    let sum = 0;
    for (let f = 0; f < bins; f++) sum += hz[f] * magnitudes[t * bins + f];
    return sum / frameSum(frames, t);
  });
}
