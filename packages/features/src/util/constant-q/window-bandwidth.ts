import { getWindow, type NamedWindow } from '../../filters/get-window.ts';

/** librosa's table holds this for the flat-top window, whose bandwidth is 3.77. */
const FLAT_TOP = 2.7762255046484143;
const FLAT_TOP_NAMES: readonly unknown[] = ['flattop', 'flat', 'flt'];
/** Windows that are not in librosa's table, beside those with a parameter. */
const MEASURED: readonly unknown[] = ['lanczos', 'sinc', 'tukey', 'tuk'];
/** Samples of the windows in the table, which are symmetric. */
const TABLE_LENGTH = 8193;
/** Samples of the others, which are periodic. */
const MEASURED_LENGTH = 1000;

/** The equivalent noise bandwidth of a window in bins; librosa's `filters.window_bandwidth`. */
export function windowBandwidth(window: NamedWindow): number {
  if (FLAT_TOP_NAMES.includes(window)) return FLAT_TOP;
  if (typeof window !== 'string' || MEASURED.includes(window)) {
    return bandwidth(getWindow(window, MEASURED_LENGTH));
  }
  const period = getWindow(window, TABLE_LENGTH - 1);
  // A symmetric window ends with the value that it begins with.
  return bandwidth(Float64Array.of(...period, period[0]));
}

function bandwidth(values: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return (values.length * squares) / sum ** 2;
}
