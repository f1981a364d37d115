import { type Matrix, zeros } from '../util/matrix.ts';
import { DOUBLE_BYTES, FLOAT_BYTES } from './wasm/bytes.ts';
import { type SpectraKernels, spectraKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';

/** The kernel computes two rows and eight columns at a time. */
const ROWS = 2;
const COLUMNS = 8;

/** How many values the kernel takes at a time, unless eight columns have more. */
const BLOCK_VALUES: number = 1 << 20;

/**
 * Weighted sums of a matrix' rows in float64, on WebAssembly SIMD where the platform has it, and
 * the same bits elsewhere: each sum runs over the rows in ascending order.
 *
 * @param weights `[count, rows]`.
 * @param matrix `[rows, columns]`.
 * @returns `[count, columns]`.
 */
export function weightedRows(weights: Float64Array, matrix: Matrix): Matrix {
  const [inner, columns] = matrix.shape;
  const result = zeros(weights.length / inner, columns);
  const block = Math.min(columns, Math.max(COLUMNS, Math.floor(BLOCK_VALUES / inner)));
  for (let first = 0; first < columns; first += block) {
    // The last block overlaps the one before, since a block has eight columns or more.
    const from = Math.min(first, columns - block);
    sumColumns(weights, matrix, result, from, block);
  }
  return result;
}

/** The sums of `count` columns from `first` on. */
function sumColumns(
  weights: Float64Array,
  matrix: Matrix,
  result: Matrix,
  first: number,
  count: number,
): void {
  const inner = matrix.shape[0];
  const rows = ROWS * Math.ceil(result.shape[0] / ROWS);
  const room = new Room();
  const places = [
    room.reserve(DOUBLE_BYTES * rows * inner),
    room.reserve(FLOAT_BYTES * inner * count),
    room.reserve(FLOAT_BYTES * rows * count),
  ] as const;
  const kernels = count < COLUMNS ? undefined : spectraKernels(room.bytes);
  if (kernels) onKernel(kernels, places, weights, matrix, result, first, count);
  else inJavaScript(weights, matrix, result, first, count);
}

function onKernel(
  kernels: SpectraKernels,
  [weightsAt, valuesAt, outAt]: readonly [number, number, number],
  weights: Float64Array,
  { data, shape: [inner, columns] }: Matrix,
  result: Matrix,
  first: number,
  count: number,
): void {
  const { buffer } = kernels.memory;
  const rows = result.shape[0];
  // What fills up the last two rows is not read, so it may be what was there before.
  new Float64Array(buffer, weightsAt, weights.length).set(weights);
  const values = new Float32Array(buffer, valuesAt, inner * count);
  const sums = new Float32Array(buffer, outAt, rows * count);
  copyColumns(data, first, columns, values, 0, count, count);
  kernels.weightedRows(weightsAt, valuesAt, outAt, rows + (rows % ROWS), inner, count);
  copyColumns(sums, 0, count, result.data, first, columns, count);
}

/** Copies `count` columns of a matrix to those of another, which has as many rows. */
function copyColumns(
  source: Float32Array,
  from: number,
  sourceColumns: number,
  target: Float32Array,
  to: number,
  targetColumns: number,
  count: number,
): void {
  if (sourceColumns === targetColumns) {
    target.set(source);
    return;
  }
  for (let a = from, b = to; a < source.length; a += sourceColumns, b += targetColumns) {
    target.set(source.subarray(a, a + count), b);
  }
}

function inJavaScript(
  weights: Float64Array,
  { data, shape: [inner, columns] }: Matrix,
  result: Matrix,
  first: number,
  count: number,
): void {
  const sums = new Float64Array(count);
  for (let row = 0; row < result.shape[0]; row++) {
    sums.fill(0);
    for (let k = 0; k < inner; k++) {
      const weight = weights[row * inner + k];
      const from = k * columns + first;
      for (let i = 0; i < count; i++) sums[i] += weight * data[from + i];
    }
    result.data.set(sums, row * columns + first);
  }
}
