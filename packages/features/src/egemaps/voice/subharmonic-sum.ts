import { cached } from '../../util/cached.ts';
import type { OctaveSpectrum } from './octave-spectrum.ts';

/** How many harmonics are summed, and the weight of each relative to the one below. */
const HARMONICS = 15;
const COMPRESSION = 0.85;

/** How many lengths and scales are cached. */
const CACHED_SUMS = 4;
const known = new Map<string, Known>();

interface Known {
  /** How many points each harmonic lies above the first. */
  readonly shifts: Int32Array;
  readonly sum: Float64Array;
}

/**
 * Of each point of a spectrum the sum of its harmonics, each weighted by 0.85 of the one below. The
 * next call overwrites it.
 *
 * D. J. Hermes (1988): Measurement of pitch by subharmonic summation. JASA 83(1).
 */
export function subharmonicSum({ values, octaves }: OctaveSpectrum): Float64Array {
  const points = values.length;
  const { shifts, sum } = cached(known, CACHED_SUMS, `${points} ${octaves}`, () => ({
    shifts: Int32Array.from({ length: HARMONICS }, (_, harmonic) =>
      Math.floor((Math.log2(harmonic + 1) * points) / octaves),
    ),
    sum: new Float64Array(points),
  }));
  sum.set(values);
  let weight = COMPRESSION;
  let harmonic = 1;
  // Four at a time: the sum is read and written as seldom.
  for (; harmonic + 3 < HARMONICS; harmonic += 4) {
    weight = addFour(sum, values, shifts, harmonic, weight);
  }
  for (; harmonic < HARMONICS; harmonic++) {
    addFrom(0, sum, values, shifts[harmonic], weight);
    weight *= COMPRESSION;
  }
  return sum;
}

/** Adds four harmonics, of which the first has `weight`, and gives the weight of the next. */
function addFour(
  sum: Float64Array,
  values: Float64Array,
  shifts: Int32Array,
  harmonic: number,
  weight: number,
): number {
  const a = shifts[harmonic];
  const b = shifts[harmonic + 1];
  const c = shifts[harmonic + 2];
  const d = shifts[harmonic + 3];
  const second = weight * COMPRESSION;
  const third = second * COMPRESSION;
  const fourth = third * COMPRESSION;
  const count = values.length - d;
  for (let i = 0; i < count; i++) {
    sum[i] =
      sum[i] +
      weight * values[a + i] +
      second * values[b + i] +
      third * values[c + i] +
      fourth * values[d + i];
  }
  // Where the fourth is above the spectrum already.
  addFrom(count, sum, values, a, weight);
  addFrom(count, sum, values, b, second);
  addFrom(count, sum, values, c, third);
  return fourth * COMPRESSION;
}

/** Adds a harmonic to the points from `first` on. */
function addFrom(
  first: number,
  sum: Float64Array,
  values: Float64Array,
  shift: number,
  weight: number,
): void {
  const count = values.length - shift;
  for (let i = first; i < count; i++) sum[i] += weight * values[shift + i];
}
