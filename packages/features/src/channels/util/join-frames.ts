import type { Spectrogram } from '../../util/spectrogram.ts';

/** The frames of spectrograms of one transform, one after the other. */
export function joinFrames(parts: readonly Spectrogram[]): Spectrogram {
  const [{ bins, nFft }] = parts;
  const frames = parts.reduce((sum, part) => sum + part.frames, 0);
  const magnitudes = new Float32Array(frames * bins);
  let at = 0;
  for (const part of parts) {
    magnitudes.set(part.magnitudes, at);
    at += part.magnitudes.length;
  }
  return { magnitudes, frames, bins, nFft };
}
