import type { EgemapsFraming } from '../framing.ts';
import { formantsOf } from './formants.ts';
import { RATIO_LIMIT } from './harmonics.ts';
import { RESAMPLED, resampledFrames } from './resampled-frames.ts';

const FORMANTS = 3;

/** How many frames are resampled at once: enough for one product of matrices, and little memory. */
const BLOCK = 64;

/** A formant, a value a frame. */
export interface FormantTracks {
  /** Hz. */
  readonly frequency: Float32Array;
  /** Hz. */
  readonly bandwidth: Float32Array;
  /** dB over the first harmonic; -201 where unvoiced, which all are at first. */
  readonly amplitude: Float32Array;
}

/** The lowest three formants of each frame of 20 ms; 0 where a frame has fewer. */
export function formantTracks(
  samples: Float32Array | Float64Array,
  sampleRate: number,
  { hop, size, spectralFrames, frames }: EgemapsFraming,
): FormantTracks[] {
  const track = (): Float32Array => new Float32Array(Math.max(frames, spectralFrames));
  const tracks: FormantTracks[] = Array.from({ length: FORMANTS }, () => ({
    frequency: track(),
    bandwidth: track(),
    amplitude: track().fill(-RATIO_LIMIT),
  }));
  for (let t = 0; t < spectralFrames; t += BLOCK) {
    const count = Math.min(BLOCK, spectralFrames - t);
    const where = { first: t * hop, frames: count, hop, size };
    const resampled = resampledFrames(samples, sampleRate, where);
    for (let b = 0; b < count; b++) {
      const found = formantsOf(resampled.subarray(b * RESAMPLED, (b + 1) * RESAMPLED));
      for (let i = 0; i < Math.min(FORMANTS, found.length); i++) {
        tracks[i].frequency[t + b] = found[i].frequency;
        tracks[i].bandwidth[t + b] = found[i].bandwidth;
      }
    }
  }
  return tracks;
}
