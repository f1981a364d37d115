import { type ColumnLayout, LANES } from '../util/column-layout.ts';

/** Rows that a kernel computes together. */
export const TILE_ROWS = 4;

/**
 * Multiplies vectors with the scatter of rows, some rows at a time, so that no scatter matrix and
 * no second copy of the rows is needed.
 */
export interface ScatterKernel {
  /** The vectors that are multiplied; see {@link ColumnLayout}. */
  readonly vectors: Float64Array;
  /** The products. */
  readonly products: Float64Array;
  /**
   * Adds `Σ weight · d dᵀ · vectors` to the products, where the `d` are rows minus their means.
   *
   * @param x Row-major rows.
   * @param row The first row.
   * @param count How many rows; 1 to 4.
   * @param groups Which of the means is each row's.
   * @param weights The weight of each of the means' rows.
   */
  addRows(
    x: Float32Array,
    row: number,
    count: number,
    groups: ArrayLike<number>,
    weights: ArrayLike<number>,
  ): void;
}

/**
 * The kernel in plain JavaScript. Its sums run in the order of those of `assembly/scatter.ts`, so
 * that both have the same bits.
 *
 * @param means Row-major, a mean of `layout.features` values for each group of rows.
 */
export function scatterKernelJs(layout: ColumnLayout, means: Float64Array): ScatterKernel {
  const { features, groups: columnGroups, size } = layout;
  const vectors = new Float64Array(size);
  const products = new Float64Array(size);
  const tile = new Float64Array(TILE_ROWS * features);
  const factors = new Float64Array(TILE_ROWS * LANES);
  return {
    vectors,
    products,
    addRows(x, row, count, groups, weights) {
      for (let r = 0; r < count; r++) {
        const from = (row + r) * features;
        const mean = groups[row + r] * features;
        const to = r * features;
        for (let j = 0; j < features; j++) tile[to + j] = x[from + j] - means[mean + j];
      }
      tile.fill(0, count * features);
      for (let g = 0; g < columnGroups; g++) {
        const start = g * features * LANES;
        for (let r = 0; r < TILE_ROWS; r += 2) {
          multiplyTwo(tile, r, features, vectors, start, factors);
        }
        for (let r = 0; r < TILE_ROWS; r++) {
          const weight = r < count ? weights[groups[row + r]] : 0;
          for (let k = 0; k < LANES; k++) factors[r * LANES + k] *= weight;
        }
        for (let k = 0; k < LANES; k += 2) addTwo(tile, features, products, start, factors, k);
      }
    },
  };
}

/** Products of two rows of the tile with four vectors. */
function multiplyTwo(
  tile: Float64Array,
  row: number,
  features: number,
  vectors: Float64Array,
  start: number,
  factors: Float64Array,
): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  const first = row * features;
  const second = first + features;
  for (let j = 0, v = start; j < features; j++, v += LANES) {
    const a = tile[first + j];
    const b = tile[second + j];
    const v0 = vectors[v];
    const v1 = vectors[v + 1];
    const v2 = vectors[v + 2];
    const v3 = vectors[v + 3];
    a0 += a * v0;
    a1 += a * v1;
    a2 += a * v2;
    a3 += a * v3;
    b0 += b * v0;
    b1 += b * v1;
    b2 += b * v2;
    b3 += b * v3;
  }
  const to = row * LANES;
  factors[to] = a0;
  factors[to + 1] = a1;
  factors[to + 2] = a2;
  factors[to + 3] = a3;
  factors[to + 4] = b0;
  factors[to + 5] = b1;
  factors[to + 6] = b2;
  factors[to + 7] = b3;
}

/** Adds the rows of the tile times their factors to two of the products. */
function addTwo(
  tile: Float64Array,
  features: number,
  products: Float64Array,
  start: number,
  factors: Float64Array,
  lane: number,
): void {
  const [a0, b0, c0, d0] = [0, 1, 2, 3].map((r) => factors[r * LANES + lane]);
  const [a1, b1, c1, d1] = [0, 1, 2, 3].map((r) => factors[r * LANES + lane + 1]);
  const second = features;
  const third = 2 * features;
  const fourth = 3 * features;
  for (let j = 0, p = start + lane; j < features; j++, p += LANES) {
    const a = tile[j];
    const b = tile[second + j];
    const c = tile[third + j];
    const d = tile[fourth + j];
    products[p] = products[p] + a * a0 + b * b0 + c * c0 + d * d0;
    products[p + 1] = products[p + 1] + a * a1 + b * b1 + c * c1 + d * d1;
  }
}
