import { lnProbability } from '../ln-probability.ts';

/**
 * The logarithms of the probabilities of going from a bin of pitch to those near it, for one of the
 * ways to go on: as voiced as before, or not.
 */
export interface Transitions {
  /** Row `rows[k]`, column `j - k + reach`: from bin k to bin j. */
  readonly table: Float64Array;
  /** The greatest logarithm to stay in each bin. */
  readonly stay: Float64Array;
  /** How much less a step of each size has at most than to stay; never rises. */
  readonly fall: Float64Array;
}

/** pYIN's transitions: a triangle around each bin, cut off at the ends of the range. */
export interface PitchTransitions {
  /** How many bins far a step is at most. */
  readonly reach: number;
  /** The row of each bin in the tables: the bins between the ends share one. */
  readonly rows: Int32Array;
  readonly same: Transitions;
  readonly cross: Transitions;
  /** How much more a bin's `cross.stay` is than its `same.stay` at most. */
  readonly gap: number;
}

/**
 * librosa's `transition_local` with a triangle `width` wide, for `bins` bins.
 *
 * @param switchProb How probable it is that voicing changes from one frame to the next.
 */
export function pitchTransitions(
  bins: number,
  width: number,
  switchProb: number,
): PitchTransitions {
  const reach = Math.min(Math.floor(width / 2), bins - 1);
  const columns = 2 * reach + 1;
  const first = firstOffset(bins, width);
  const rows = Int32Array.from({ length: bins }, (_, k) => rowOf(k, bins, reach));
  const count = rows[bins - 1] + 1;
  const probabilities = new Float64Array(count * columns);
  for (let k = 0; k < bins; k++) {
    const row = probabilities.subarray(rows[k] * columns, (rows[k] + 1) * columns);
    if (k === 0 || rows[k] !== rows[k - 1]) fillRow(row, k);
  }
  const transitions = (factor: number): Transitions => {
    const table = probabilities.map((probability) => lnProbability(factor * probability));
    return { table, stay: stays(table), fall: falls(table) };
  };
  const same = transitions(1 - switchProb);
  const cross = transitions(switchProb);
  const gap = cross.stay.reduce(
    (most, stay, k) => Math.max(most, stay - same.stay[k]),
    Number.NEGATIVE_INFINITY,
  );
  return { reach, rows, same, cross, gap };

  function fillRow(row: Float64Array, k: number): void {
    let sum = 0;
    for (let bin = Math.max(0, k - reach); bin <= Math.min(bins - 1, k + reach); bin++) {
      const value = triangle(bin - k - first, width);
      row[bin - k + reach] = value;
      sum += value;
    }
    for (let i = 0; i < columns; i++) row[i] /= sum;
  }

  function stays(table: Float64Array): Float64Array {
    return Float64Array.from(rows, (row) => table[row * columns + reach]);
  }

  function falls(table: Float64Array): Float64Array {
    const fall = new Float64Array(reach + 1).fill(Number.NEGATIVE_INFINITY);
    for (let row = 0; row < count; row++) {
      const middle = row * columns + reach;
      for (let step = 0; step <= reach; step++) {
        const most = Math.max(table[middle - step], table[middle + step]);
        fall[step] = Math.max(fall[step], most - table[middle]);
      }
    }
    for (let step = reach - 1; step >= 0; step--) fall[step] = Math.max(fall[step], fall[step + 1]);
    return fall;
  }
}

/** The table's row of a bin: one for each bin whose triangle is cut off, one for the others. */
function rowOf(bin: number, bins: number, reach: number): number {
  if (bins <= 2 * reach) return bin;
  return bin <= reach ? bin : Math.max(reach, bin - (bins - 1 - 2 * reach));
}

/** Value `i` of a triangle of `width` values, as scipy's `triang` has it; 0 outside. */
function triangle(i: number, width: number): number {
  if (i < 0 || i >= width) return 0;
  const n = Math.min(i, width - 1 - i) + 1;
  return width % 2 === 0 ? (2 * n - 1) / width : (2 * n) / (width + 1);
}

/** How far from its bin the triangle begins. An even one cannot be centred; librosa rounds so. */
function firstOffset(bins: number, width: number): number {
  return Math.floor((bins - width) / 2) + Math.floor(bins / 2) + 1 - bins;
}
