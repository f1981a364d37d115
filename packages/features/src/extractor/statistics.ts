import { badArgument } from '../util/checks.ts';
import type { Matrix } from '../util/matrix.ts';

/**
 * A summary of a row of frames: its mean, its (population) standard deviation, its least and
 * greatest value, its median, a quantile such as `'q25'` (linear between frames, as numpy's), or
 * the slope per second of its least-squares line.
 */
export type Statistic = 'mean' | 'std' | 'min' | 'max' | 'median' | 'slope' | `q${number}`;

/** Summarises a row of frames as one value. */
export type Functional = (row: Float32Array, framesPerSecond: number) => number;

/** The function of the statistic with a name; undefined where there is none. */
export function functionalOf(name: unknown): Functional | undefined {
  if (typeof name !== 'string') return undefined;
  if (Object.hasOwn(FUNCTIONALS, name)) return FUNCTIONALS[name];
  const percent = /^q(\d+(?:\.\d+)?)$/.exec(name)?.[1];
  if (percent === undefined || Number(percent) > 100) return undefined;
  return (row) => quantile(row, Number(percent) / 100);
}

/** Throws unless `value` is the name of a statistic. */
export function checkStatistic(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Statistic {
  if (functionalOf(value)) return;
  const names = `${Object.keys(FUNCTIONALS).join(', ')} or q0 to q100`;
  throw badArgument(caller, name, `one of ${names}`, value);
}

/** The means of a matrix' rows. */
export function rowMeans({ data, shape: [rows, frames] }: Matrix): Float32Array {
  return Float32Array.from({ length: rows }, (_, r) =>
    mean(data.subarray(r * frames, (r + 1) * frames)),
  );
}

function mean(row: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i];
  return sum / row.length;
}

function std(row: Float32Array): number {
  const centre = mean(row);
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] - centre) ** 2;
  return Math.sqrt(sum / row.length);
}

function quantile(row: Float32Array, fraction: number): number {
  const sorted = row.toSorted();
  const at = fraction * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

function slope(row: Float32Array, framesPerSecond: number): number {
  const middle = (row.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (let t = 0; t < row.length; t++) {
    product += (t - middle) * row[t];
    square += (t - middle) ** 2;
  }
  return square === 0 ? 0 : (product / square) * framesPerSecond;
}

const FUNCTIONALS: Readonly<Record<string, Functional>> = {
  mean,
  std,
  min: (row) => quantile(row, 0),
  max: (row) => quantile(row, 1),
  median: (row) => quantile(row, 0.5),
  slope,
};
