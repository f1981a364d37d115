import { type Examples, readBlocks } from '../../util/examples.ts';

/**
 * A feature with a deviation of at most this share of its mean is constant. Rounding leaves a
 * constant column with a deviation of some 1e-16 of its mean. Dividing by it would make noise.
 */
const CONSTANT_TOLERANCE = 10 * Number.EPSILON;

/** What a scaler learns of each feature. */
export interface ColumnMoments {
  mean: Float64Array;
  /** The population's standard deviation; 1 where it is 0. */
  scale: Float64Array;
}

/** Mean and deviation of each column of `[rows, features]`, added in the order of the rows. */
export function columnMoments(x: Float32Array, features: number): ColumnMoments {
  const rows = x.length / features;
  const mean = new Float64Array(features);
  addValues(mean, x);
  divide(mean, rows);
  const squares = new Float64Array(features);
  addSquares(squares, x, mean);
  return { mean, scale: scaleOf(squares, mean, rows) };
}

/** {@link columnMoments} of examples that are gone over twice, to the same bits. */
export async function sourceMoments(
  examples: Examples,
  length: number,
  features: number,
): Promise<ColumnMoments> {
  const rows = (length * examples.size) / features;
  const mean = new Float64Array(features);
  for await (const { x } of readBlocks(examples, length)) addValues(mean, x);
  divide(mean, rows);
  const squares = new Float64Array(features);
  for await (const { x } of readBlocks(examples, length)) addSquares(squares, x, mean);
  return { mean, scale: scaleOf(squares, mean, rows) };
}

function addValues(sums: Float64Array, x: Float32Array): void {
  const features = sums.length;
  for (let i = 0; i < x.length; i++) sums[i % features] += x[i];
}

function divide(sums: Float64Array, rows: number): void {
  for (let j = 0; j < sums.length; j++) sums[j] /= rows;
}

function addSquares(squares: Float64Array, x: Float32Array, mean: Float64Array): void {
  const features = mean.length;
  for (let i = 0; i < x.length; i++) squares[i % features] += (x[i] - mean[i % features]) ** 2;
}

function scaleOf(squares: Float64Array, mean: Float64Array, rows: number): Float64Array {
  return squares.map((sum, j) => {
    const deviation = Math.sqrt(sum / rows);
    const isConstant = deviation <= CONSTANT_TOLERANCE * Math.abs(mean[j]);
    return isConstant ? 1 : deviation;
  });
}
