import type { Pace } from './pace.ts';

/**
 * The shrinkage of a covariance with the least expected error (Ledoit and Wolf 2004), as
 * scikit-learn's `ledoit_wolf_shrinkage` with `assume_centered=True`.
 *
 * Its work is that of the products of all pairs of rows, `rows² · features / 2`.
 *
 * @param x Centred rows, row-major `[rows, features]`.
 * @param onProgress Told the share of the work that is done, after each task.
 * @returns A share in [0, 1].
 */
export async function ledoitWolfShrinkage(
  x: Float64Array,
  features: number,
  pace: Pace,
  onProgress?: (share: number) => void,
): Promise<number> {
  const rows = x.length / features;
  if (features === 1) return 0;
  let trace = 0;
  let fourth = 0;
  for (let i = 0; i < rows; i++) {
    const square = dot(x, i * features, i * features, features);
    trace += square / rows;
    fourth += square * square;
  }
  const mean = trace / features;
  const squares = (await sumOfSquaredProducts(x, features, pace, onProgress)) / (rows * rows);
  const error = (fourth / rows - squares) / (features * rows);
  const distance = (squares - 2 * mean * trace + features * mean * mean) / features;
  const beta = Math.min(error, distance);
  return beta === 0 ? 0 : beta / distance;
}

/** The sum of the squares of all elements of `X Xᵀ`, which is that of `Xᵀ X`. */
async function sumOfSquaredProducts(
  x: Float64Array,
  features: number,
  pace: Pace,
  onProgress?: (share: number) => void,
): Promise<number> {
  const rows = x.length / features;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    let k = 0;
    for (; k + 4 <= i; k += 4) sum += 2 * fourSquares(x, i * features, k * features, features);
    for (; k < i; k++) {
      const product = dot(x, i * features, k * features, features);
      sum += 2 * product * product;
    }
    const square = dot(x, i * features, i * features, features);
    sum += square * square;
    // A row is multiplied by those before it, so work grows with the square of the rows.
    if (await pace.spend((i + 1) * features)) onProgress?.(((i + 1) / rows) ** 2);
  }
  return sum;
}

function dot(x: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let j = 0; j < length; j++) sum += x[a + j] * x[b + j];
  return sum;
}

/** The sum of the squared products of a row with four, whose sums do not wait for each other. */
function fourSquares(x: Float64Array, a: number, b: number, length: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  const second = b + length;
  const third = second + length;
  const fourth = third + length;
  for (let j = 0; j < length; j++) {
    const value = x[a + j];
    sum0 += value * x[b + j];
    sum1 += value * x[second + j];
    sum2 += value * x[third + j];
    sum3 += value * x[fourth + j];
  }
  return sum0 * sum0 + sum1 * sum1 + sum2 * sum2 + sum3 * sum3;
}
