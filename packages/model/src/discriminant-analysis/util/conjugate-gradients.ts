import { type ColumnLayout, columnStart, LANES } from './column-layout.ts';
import { orthonormalise } from './orthonormalise.ts';
import { solveSmall } from './solve-small.ts';

/** A symmetric positive definite matrix that is known by its products. */
export interface LinearOperator {
  /** The products of the matrix with vectors, which are overwritten by the next call. */
  multiply(vectors: Float64Array): Promise<Float64Array>;
  /** The diagonal of the matrix. */
  diagonal: Float64Array;
}

/** What `conjugateGradients` stops by. */
export interface StopRule {
  /** The largest length of a residual, as a share of the length of its right-hand side. */
  tolerance: number;
  maxIterations: number;
  /** Told the longest residual after each iteration. */
  onIteration?: (residual: number) => void;
}

/**
 * Solves `matrix · x = b` for several right-hand sides together, by the method of block conjugate
 * gradients, preconditioned by the diagonal: every solution uses the directions of all, which takes
 * far fewer products than each for itself. The directions are made orthonormal in each step, so
 * that right-hand sides may depend on each other ("breakdown-free", Ji and Li 2017).
 *
 * @param b Right-hand sides; see {@link ColumnLayout}.
 * @returns The solutions, how many iterations they took, and the longest residual.
 */
export async function conjugateGradients(
  { multiply, diagonal }: LinearOperator,
  b: Float64Array,
  layout: ColumnLayout,
  { tolerance, maxIterations, onIteration }: StopRule,
): Promise<{ x: Float64Array; iterations: number; residual: number }> {
  const { columns, features } = layout;
  const starts = Array.from({ length: columns }, (_, c) => columnStart(layout, c));
  const dot = (a: Float64Array, i: number, other: Float64Array, k: number): number => {
    let sum = 0;
    const distance = starts[k] - starts[i];
    const end = starts[i] + features * LANES;
    for (let at = starts[i]; at < end; at += LANES) sum += a[at] * other[at + distance];
    return sum;
  };
  /** Adds `scale · from · factors` to `to`; `factors` are `[columns of from, columns]`. */
  const addProduct = (to: Float64Array, from: Float64Array, factors: number[][], scale: number) => {
    for (let i = 0; i < factors.length; i++) {
      for (let k = 0; k < columns; k++) {
        const factor = scale * factors[i][k];
        const distance = starts[k] - starts[i];
        const end = starts[i] + features * LANES;
        for (let at = starts[i]; at < end; at += LANES) to[at + distance] += factor * from[at];
      }
    }
  };
  const products = (a: Float64Array, width: number, other: Float64Array, otherWidth: number) =>
    Array.from({ length: width }, (_, i) =>
      Array.from({ length: otherWidth }, (_, k) => dot(a, i, other, k)),
    );
  const preconditioned = (r: Float64Array): Float64Array =>
    r.map((value, i) => value / diagonal[Math.floor(i / LANES) % features]);

  const x = new Float64Array(layout.size);
  const r = b.slice();
  const lengths = starts.map((_, c) => Math.sqrt(dot(b, c, b, c)));
  const longest = (): number =>
    lengths.reduce((worst, length, c) => {
      const residual = length === 0 ? 0 : Math.sqrt(dot(r, c, r, c)) / length;
      return Math.max(worst, residual);
    }, 0);

  let p = preconditioned(r);
  let width = orthonormalise(p, layout);
  let residual = longest();
  let iterations = 0;
  for (; residual > tolerance && width > 0 && iterations < maxIterations; iterations++) {
    const q = await multiply(p);
    const curvature = products(p, width, q, width);
    const steps = solveSmall(curvature, products(p, width, r, columns));
    addProduct(x, p, steps, 1);
    addProduct(r, q, steps, -1);
    const z = preconditioned(r);
    const shares = solveSmall(curvature, products(q, width, z, columns));
    addProduct(z, p, shares, -1);
    p = z;
    width = orthonormalise(p, layout);
    residual = longest();
    onIteration?.(residual);
  }
  return { x, iterations, residual };
}
