import type { Pace } from './pace.ts';

/**
 * The shrinkage of a covariance with the least expected error (Ledoit and Wolf 2004), as
 * scikit-learn's `ledoit_wolf_shrinkage` with `assume_centered=True`.
 *
 * @param x Centred rows, row-major `[rows, features]`.
 * @returns A share in [0, 1].
 */
export async function ledoitWolfShrinkage(
  x: Float64Array,
  features: number,
  pace: Pace,
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
  const squares = (await sumOfSquaredProducts(x, features, pace)) / (rows * rows);
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
): Promise<number> {
  const rows = x.length / features;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < i; k++) {
      const product = dot(x, i * features, k * features, features);
      sum += 2 * product * product;
    }
    const square = dot(x, i * features, i * features, features);
    sum += square * square;
    await pace.spend((i + 1) * features);
  }
  return sum;
}

function dot(x: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let j = 0; j < length; j++) sum += x[a + j] * x[b + j];
  return sum;
}
