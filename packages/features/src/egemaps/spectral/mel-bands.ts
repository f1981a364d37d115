import { hzToMel, melToHz } from '../../core/mel-scale.ts';
import type { EgemapsFraming } from '../framing.ts';

/** How many bands there are, and from where to where they reach in Hz. */
export const BANDS = 26;
const LOWEST = 20;
const HIGHEST = 8000;

/** A band's power below this is as good as none: the square of a 16-bit step. */
const FLOOR: number = 1 / 32767 ** 2;

/** Triangles over the bins of a transform, equally spaced on HTK's mel scale, 1 at their centres. */
export interface MelBands {
  /** The centre of each band in Hz. */
  readonly centres: Float64Array;
  /** Writes the power of each band. */
  apply(powers: Float64Array, out: Float64Array): void;
}

/** The bands of a clip. The lowest bin that counts is that after the first above 20 Hz, as in HTK. */
export function melBands({ nFft, binHz }: EgemapsFraming): MelBands {
  const highest = hzToMel(Math.min(HIGHEST, (nFft / 2) * binHz), { htk: true });
  const lowest = hzToMel(LOWEST, { htk: true });
  const step = (highest - lowest) / (BANDS + 1);
  const first = Math.floor(LOWEST / binHz + 1.5);
  const bins = nFft / 2 + 1;
  // A bin lies between the centres of two bands, and falls in one as it rises in the other.
  const band = new Int32Array(bins);
  const rising = new Float64Array(bins);
  for (let k = first; k < bins; k++) {
    const place = (hzToMel(k * binHz, { htk: true }) - lowest) / step;
    band[k] = Math.floor(place);
    rising[k] = place - band[k];
  }
  const sums = new Float64Array(BANDS + 2);
  const end = band.findIndex((each, k) => k >= first && each > BANDS);
  const last = end < 0 ? bins : end;
  return {
    centres: Float64Array.from({ length: BANDS }, (_, b) =>
      melToHz(lowest + (b + 1) * step, { htk: true }),
    ),
    apply(powers, out) {
      sums.fill(0);
      for (let k = first; k < last; k++) {
        const part = rising[k] * powers[k];
        sums[band[k] + 1] += part;
        sums[band[k]] += powers[k] - part;
      }
      for (let b = 0; b < BANDS; b++) out[b] = Math.max(sums[b + 1], FLOOR);
    },
  };
}
