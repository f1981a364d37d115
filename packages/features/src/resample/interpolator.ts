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
    const at = origin - reach + 1;
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
    // A phase comes back every `phases` outputs, and its weights are read once for all of them.
    for (let phase = 0; phase < Math.min(phases, count); phase++) {
      const ticks = phase * ratio[0];
      const row = (ticks % phases) * taps;
      const from = at + Math.floor(ticks / phases);
      if (taps <= 16) sixteen(table, row, taps, signal, from, ratio[0], result, phase, phases);
      else {
        for (let m = phase, i = from; m < count; m += phases, i += ratio[0]) {
          result[m] = weigh(table, row, signal, i, taps);
        }
      }
    }
    return result;
  };
}

/**
 * `result[m]`, and every `every`-th after it, = the sum of products of up to 16 weights and the
 * signal from `at` on, which goes on by `step`. The weights stay in variables: half the reads.
 */
function sixteen(
  table: Float64Array,
  row: number,
  taps: number,
  signal: Float64Array,
  at: number,
  step: number,
  result: Float32Array,
  m: number,
  every: number,
): void {
  const w = new Float64Array(16);
  w.set(table.subarray(row, row + taps));
  const [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15] = w;
  // Beyond the last weight the signal counts 0 times, but has to be there.
  const last = signal.length - 16;
  let i = at;
  for (; m < result.length && i <= last; m += every, i += step) {
    result[m] =
      a0 * signal[i] +
      a1 * signal[i + 1] +
      a2 * signal[i + 2] +
      a3 * signal[i + 3] +
      (a4 * signal[i + 4] + a5 * signal[i + 5] + a6 * signal[i + 6] + a7 * signal[i + 7]) +
      (a8 * signal[i + 8] +
        a9 * signal[i + 9] +
        a10 * signal[i + 10] +
        a11 * signal[i + 11] +
        (a12 * signal[i + 12] +
          a13 * signal[i + 13] +
          a14 * signal[i + 14] +
          a15 * signal[i + 15]));
  }
  for (; m < result.length; m += every, i += step) result[m] = weigh(table, row, signal, i, taps);
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
