import { cached } from '../../util/cached.ts';
import { LOWEST_HZ, type OctaveSpectrum } from './octave-spectrum.ts';
import { parabola } from './parabola.ts';

/** How many harmonics are summed, and the weight of each relative to the one below. */
const HARMONICS = 15;
const COMPRESSION = 0.85;

/** How many maxima are looked at. */
export const MAX_CANDIDATES = 6;

/** The range of a voice's pitch in Hz. */
const MIN_PITCH = 55;
const MAX_PITCH = 1000;

/** How many lengths have room for a sum. */
const CACHED_ROOMS = 4;
const rooms = new Map<number, Float64Array>();

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
export function pitchCandidates({ values, octaves }: OctaveSpectrum): PitchCandidate[] {
  const points = values.length;
  const sum = subharmonicSum(values, octaves);
  let total = 0;
  for (let i = 0; i < points; i++) total += sum[i];
  const mean = total / points;
  return greatestMaxima(sum)
    .map((at) => {
      const { value, offset } = parabola(sum, at);
      const hz = LOWEST_HZ * 2 ** (((at + offset) * octaves) / (points - 1));
      return { hz, voicing: Math.max(0, 1 - mean / value) };
    })
    .filter(({ hz }) => hz >= MIN_PITCH && hz <= MAX_PITCH);
}

function subharmonicSum(values: Float64Array, octaves: number): Float64Array {
  const points = values.length;
  const sum = cached(rooms, CACHED_ROOMS, points, () => new Float64Array(points)).fill(0);
  for (let harmonic = 1, weight = 1; harmonic <= HARMONICS; harmonic++, weight *= COMPRESSION) {
    addShifted(sum, values, Math.floor((Math.log2(harmonic) * points) / octaves), weight);
  }
  return sum;
}

function addShifted(sum: Float64Array, values: Float64Array, shift: number, weight: number): void {
  const count = values.length - shift;
  for (let i = 0; i < count; i++) sum[i] += weight * values[shift + i];
}

/** Where the greatest maxima are, the greatest first; of equal ones the lower. */
function greatestMaxima(sum: Float64Array): number[] {
  const found: number[] = [];
  for (let i = 1; i < sum.length - 1; i++) {
    const value = sum[i];
    if (value <= sum[i - 1] || value <= sum[i + 1]) continue;
    if (found.length === MAX_CANDIDATES && value <= sum[found[MAX_CANDIDATES - 1]]) continue;
    let place = found.length;
    while (place > 0 && sum[found[place - 1]] < value) place--;
    found.splice(place, 0, i);
    if (found.length > MAX_CANDIDATES) found.pop();
  }
  return found;
}
