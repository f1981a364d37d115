import { type KaiserSinc, kaiserSinc } from './kaiser.ts';

/** Reads `count` values off a signal, at samples origin, origin + step, origin + 2·step, … */
export type Interpolator = (signal: Float64Array, origin: number, count: number) => Float32Array;

// Between phases this far apart a straight line is off by less than 3e-7 of full scale (-130 dB).
const PHASES = 1024;

/**
 * Interpolation with a short filter whose values are computed beforehand: for a ratio of small
 * integers at every phase that occurs, else at 1,024 phases with straight lines in between.
 *
 * @param ratio `step` as a fraction in lowest terms, when it is one
 * @returns a function whose signal reaches `ceil(halfWidth)` samples beyond the times that it reads
 */
export function interpolator(
  filter: KaiserSinc,
  step: number,
  ratio: readonly [numerator: number, denominator: number] | undefined,
): Interpolator {
  const exact = ratio !== undefined && ratio[1] <= PHASES;
  const phases = exact ? ratio[1] : PHASES;
  const reach = Math.ceil(filter.halfWidth);
  const taps = 2 * reach;
  const table = phaseTable(filter, phases, reach);

  return (signal, origin, count) => {
    const result = new Float32Array(count);
    const first = origin - reach + 1;
    for (let m = 0; m < count; m++) {
      const ticks = exact ? m * ratio[0] : m * step * phases;
      const whole = Math.floor(ticks);
      const phase = whole % phases;
      const at = (whole - phase) / phases + first;
      const row = phase * taps;
      const here = weigh(table, row, signal, at, taps);
      if (exact) result[m] = here;
      else result[m] = here + (weigh(table, row + taps, signal, at, taps) - here) * (ticks - whole);
    }
    return result;
  };
}

/** Sum of products of `taps` values, an even number; two sums side by side are faster than one. */
function weigh(
  table: Float64Array,
  row: number,
  signal: Float64Array,
  at: number,
  taps: number,
): number {
  let even = 0;
  let odd = 0;
  for (let k = 0; k < taps; k += 2) {
    even += table[row + k] * signal[at + k];
    odd += table[row + k + 1] * signal[at + k + 1];
  }
  return even + odd;
}

/** A row a phase and one more: the filter's values at the samples around a time between two. */
function phaseTable(filter: KaiserSinc, phases: number, reach: number): Float64Array {
  const taps = 2 * reach;
  const table = new Float64Array((phases + 1) * taps);
  for (let phase = 0; phase <= phases; phase++) {
    const row = table.subarray(phase * taps, (phase + 1) * taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      row[k] = kaiserSinc(filter, k - reach + 1 - phase / phases);
      sum += row[k];
    }
    // Each phase passes a constant unchanged, or the phases would modulate it.
    for (let k = 0; k < taps; k++) row[k] /= sum;
  }
  return table;
}
