import { LOWEST_HZ, type OctaveSpectrum } from './octave-spectrum.ts';
import { parabola } from './parabola.ts';
import { subharmonicSum } from './subharmonic-sum.ts';

/** How many maxima are looked at. */
export const MAX_CANDIDATES = 6;

/** The range of a voice's pitch in Hz. */
const MIN_PITCH = 55;
const MAX_PITCH = 1000;

/** A pitch that a frame may have. */
export interface PitchCandidate {
  /** Hz. */
  readonly hz: number;
  /** How far the maximum stands out, in [0, 1]. */
  readonly voicing: number;
}

/**
 * The pitches that a frame may have, the strongest first: the six greatest maxima of the
 * subharmonic sum, those of them that lie in 55 to 1,000 Hz. `voicing` is 1 less the sum's mean
 * over the maximum.
 *
 * D. J. Hermes (1988): Measurement of pitch by subharmonic summation. JASA 83(1). F. Eyben (2016):
 * Real-time Speech and Music Classification by Large Audio Feature Space Extraction, chapter 2.
 */
export function pitchCandidates(spectrum: OctaveSpectrum): PitchCandidate[] {
  const { values, octaves } = spectrum;
  const points = values.length;
  const sum = subharmonicSum(spectrum);
  const { found, mean } = greatestMaxima(sum);
  return found
    .map((at) => {
      const { value, offset } = parabola(sum, at);
      const hz = LOWEST_HZ * 2 ** (((at + offset) * octaves) / (points - 1));
      return { hz, voicing: Math.max(0, 1 - mean / value) };
    })
    .filter(({ hz }) => hz >= MIN_PITCH && hz <= MAX_PITCH);
}

/** Where the greatest maxima are, the greatest first, of equal ones the lower; and the mean. */
function greatestMaxima(sum: Float64Array): { found: number[]; mean: number } {
  const found: number[] = [];
  // Few values are above the last that counts, so this is asked first.
  let least = Number.NEGATIVE_INFINITY;
  let now = sum[0];
  let after = sum[1];
  let total = now;
  for (let i = 1; i < sum.length - 1; i++) {
    const before = now;
    now = after;
    after = sum[i + 1];
    total += now;
    if (now <= least || now <= before || now <= after) continue;
    let place = found.length;
    while (place > 0 && sum[found[place - 1]] < now) place--;
    found.splice(place, 0, i);
    if (found.length > MAX_CANDIDATES) found.pop();
    if (found.length === MAX_CANDIDATES) least = sum[found[MAX_CANDIDATES - 1]];
  }
  return { found, mean: (total + after) / sum.length };
}
