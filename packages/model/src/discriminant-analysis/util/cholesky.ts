import type { Pace } from './pace.ts';

/**
 * The Cholesky decomposition of a symmetric positive semidefinite matrix with pivoting: its rows
 * and columns in the order `order` are `L Lᵀ`, where `L` has `rank` columns.
 */
export interface Cholesky {
  /** Row-major `[size, size]`; `L` is the lower triangle of the first `rank` columns. */
  lower: Float64Array;
  size: number;
  rank: number;
  order: Int32Array;
}

/**
 * Decomposes a matrix in its place.
 *
 * A pivot of at most `size · 2⁻⁵² · ` the largest diagonal element is taken for 0.
 *
 * @param matrix Row-major `[size, size]`, of which the lower triangle is read.
 */
export async function cholesky(matrix: Float64Array, size: number, pace: Pace): Promise<Cholesky> {
  const a = matrix;
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, a[i * size + i]);
  const least = size * Number.EPSILON * largest;
  let rank = 0;
  for (; rank < size; rank++) {
    const k = rank;
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (a[i * size + i] > a[pivot * size + pivot]) pivot = i;
    if (!(a[pivot * size + pivot] > least)) break;
    if (pivot !== k) swap(a, size, k, pivot);
    [order[k], order[pivot]] = [order[pivot], order[k]];
    const root = Math.sqrt(a[k * size + k]);
    a[k * size + k] = root;
    const column = new Float64Array(size);
    for (let i = k + 1; i < size; i++) {
      a[i * size + k] /= root;
      column[i] = a[i * size + k];
    }
    for (let i = k + 1; i < size; i++) {
      const factor = column[i];
      const row = i * size;
      for (let j = k + 1; j <= i; j++) a[row + j] -= factor * column[j];
    }
    await pace.spend(((size - k) * (size - k)) / 2);
  }
  return { lower: a, size, rank, order };
}

/** Swaps rows and columns `k` and `p > k` of the lower triangle. */
function swap(a: Float64Array, size: number, k: number, p: number): void {
  const exchange = (i: number, j: number): void => {
    const value = a[i];
    a[i] = a[j];
    a[j] = value;
  };
  exchange(k * size + k, p * size + p);
  for (let j = 0; j < k; j++) exchange(k * size + j, p * size + j);
  for (let i = k + 1; i < p; i++) exchange(i * size + k, p * size + i);
  for (let i = p + 1; i < size; i++) exchange(i * size + k, i * size + p);
}

/**
 * Solves `matrix · x = b`. Of a matrix that is singular, `x` is the shortest of those with the
 * least error.
 *
 * @param b One right-hand side of `size` values.
 */
export type Solve = (b: Float64Array) => Float64Array;

/** How systems with a decomposed matrix are solved. */
export async function choleskySolver(of: Cholesky, pace: Pace): Promise<Solve> {
  const { size, rank, order } = of;
  const permuted = (b: Float64Array) => Float64Array.from(order, (i) => b[i]);
  const restored = (x: Float64Array): Float64Array => {
    const result = new Float64Array(size);
    for (let i = 0; i < size; i++) result[order[i]] = x[i];
    return result;
  };
  if (rank === size) return (b) => restored(substituted(of, permuted(b)));
  // The pseudoinverse of L Lᵀ is L (Lᵀ L)⁻² Lᵀ.
  const inner = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += of.lower[k * size + i] * of.lower[k * size + j];
      inner[i * rank + j] = sum;
    }
    await pace.spend((size - i) * i);
  }
  const small = await cholesky(inner, rank, pace);
  const inverse = await choleskySolver({ ...small, rank }, pace);
  return (b) => {
    const known = permuted(b);
    const projected = new Float64Array(rank);
    for (let i = 0; i < rank; i++) {
      for (let k = i; k < size; k++) projected[i] += of.lower[k * size + i] * known[k];
    }
    const y = inverse(inverse(projected));
    const x = new Float64Array(size);
    for (let k = 0; k < size; k++) {
      for (let i = 0; i < Math.min(rank, k + 1); i++) x[k] += of.lower[k * size + i] * y[i];
    }
    return restored(x);
  };
}

/** Solves `L Lᵀ x = b` for a square `L`. */
function substituted({ lower, size }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i] -= lower[i * size + j] * x[j];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] /= lower[i * size + i];
    for (let j = 0; j < i; j++) x[j] -= lower[i * size + j] * x[i];
  }
  return x;
}
