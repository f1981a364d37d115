import { log10 } from '../../kernels/log10.ts';
import type { EgemapsFraming } from '../framing.ts';

/** The least power: that of silence is -120 dB. */
const FLOOR = 1e-12;

/** The mean of the mean squares of the 20 ms frames, in dB of full scale 1. */
export function soundLevel(
  samples: Float32Array,
  { hop, size, spectralFrames }: EgemapsFraming,
): number {
  let sum = 0;
  for (let t = 0; t < spectralFrames; t++) {
    for (let i = t * hop; i < t * hop + size; i++) sum += samples[i] * samples[i];
  }
  return 10 * log10(Math.max(sum / (spectralFrames * size), FLOOR));
}
