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
    let at = origin - reach + 1;
    if (!exact) {
      for (let m = 0; m < count; m++) {
        const ticks = m * step * phases;
        const whole = Math.floor(ticks);
        const phase = whole % phases;
        const from = (whole - phase) / phases + at;
        const here = weigh(table, phase * taps, signal, from, taps);
        const next = weigh(table, (phase + 1) * taps, signal, from, taps);
        result[m] = here + (next - here) * (ticks - whole);
      }
      return result;
    }
    const turn = ratio[0] % phases;
    const whole = (ratio[0] - turn) / phases;
    for (let m = 0, phase = 0; m < count; m++) {
      result[m] = weigh(table, phase * taps, signal, at, taps);
      at += whole;
      phase += turn;
      if (phase >= phases) {
        phase -= phases;
        at++;
      }
    }
    return result;
  };
}

/** Sum of products of `taps` values, an even number; four sums side by side are faster than one. */
function weigh(
  table: Float64Array,
  row: number,
  signal: Float64Array,
  at: number,
  taps: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < taps; k += 4) {
    s0 += table[row + k] * signal[at + k];
    s1 += table[row + k + 1] * signal[at + k + 1];
    s2 += table[row + k + 2] * signal[at + k + 2];
    s3 += table[row + k + 3] * signal[at + k + 3];
  }
  if (k < taps) {
    s0 += table[row + k] * signal[at + k];
    s1 += table[row + k + 1] * signal[at + k + 1];
  }
  return s0 + s1 + (s2 + s3);
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
