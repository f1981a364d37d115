import type { Audio } from '@ser/recognizer';

/** dB below full scale that count as nothing. */
const FLOOR = 60;

/** The highest sample of a piece, whatever its sign. */
export function peakOf({ samples }: Audio): number {
  let peak = 0;
  for (let i = 0; i < samples.length; i++) peak = Math.max(peak, Math.abs(samples[i]));
  return peak;
}

/** A peak as people hear it: 0 at −60 dB of full scale, 1 at full scale. */
export const levelOf = (peak: number): number =>
  Math.max(0, Math.min(1, 1 + (20 * Math.log10(Math.max(peak, 1e-9))) / FLOOR));
