import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { type FunctionalKernels, functionalKernels } from './wasm/kernels.ts';

/** The kernel computes two rows and eight columns at a time. */
const ROWS = 2;
const COLUMNS = 8;

/**
 * The product of two matrices in float64, on WebAssembly SIMD where the platform has it, and the
 * same bits elsewhere: each sum runs over the inner dimension in ascending order.
 *
 * @param a `[rows, inner]`
 * @param b `[inner, columns]`
 * @returns `[rows, columns]`
 */
export function matrixProduct(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const outRows = roundUp(rows, ROWS);
  const outColumns = roundUp(columns, COLUMNS);
  const count = outRows * inner + inner * outColumns + outRows * outColumns;
  const kernels = functionalKernels(DOUBLE_BYTES * count);
  return kernels
    ? onKernel(kernels, a, b, rows, inner, columns)
    : inJavaScript(a, b, rows, inner, columns);
}

const roundUp = (count: number, multiple: number): number => Math.ceil(count / multiple) * multiple;

function onKernel(
  { memory, matrixProduct: multiply }: FunctionalKernels,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const outRows = roundUp(rows, ROWS);
  const outColumns = roundUp(columns, COLUMNS);
  const bAt = DOUBLE_BYTES * outRows * inner;
  const outAt = bAt + DOUBLE_BYTES * inner * outColumns;
  // What fills up the last rows and columns is not read, so it may be what was there before.
  new Float64Array(memory.buffer, 0, rows * inner).set(a);
  const right = new Float64Array(memory.buffer, bAt, inner * outColumns);
  if (columns === outColumns) right.set(b);
  else {
    for (let k = 0, from = 0; k < inner; k++) {
      const to = k * outColumns;
      for (let j = 0; j < columns; j++) right[to + j] = b[from++];
    }
  }
  multiply(0, bAt, outAt, outRows, inner, outColumns);
  const product = new Float64Array(memory.buffer, outAt, rows * outColumns);
  if (columns === outColumns) return product.slice();
  const result = new Float64Array(rows * columns);
  for (let row = 0, to = 0; row < rows; row++) {
    const from = row * outColumns;
    for (let j = 0; j < columns; j++) result[to++] = product[from + j];
  }
  return result;
}

function inJavaScript(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const to = row * columns;
    for (let k = 0; k < inner; k++) {
      const value = a[row * inner + k];
      const from = k * columns;
      for (let j = 0; j < columns; j++) result[to + j] += value * b[from + j];
    }
  }
  return result;
}
