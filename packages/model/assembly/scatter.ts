// Vectors times the scatter of rows: number for number as
// src/discriminant-analysis/kernels/scatter-kernel-js.ts computes them.

/**
 * Four rows of floats minus their means, as doubles.
 *
 * @param rows Floats, row-major.
 * @param means The mean's address of each row, four 32-bit integers.
 * @param tile Doubles, row-major.
 */
export function centre(rows: usize, means: usize, tile: usize, features: i32): void {
  const pairs = <usize>(features & ~1);
  for (let r = 0; r < 4; r++) {
    let mean = <usize>load<u32>(means + (<usize>r << 2));
    for (let end = tile + (pairs << 3); tile < end; tile += 16, rows += 8, mean += 16) {
      const values = f64x2.promote_low_f32x4(v128.load64_zero(rows));
      v128.store(tile, f64x2.sub(values, v128.load(mean)));
    }
    if (features & 1) {
      store<f64>(tile, <f64>load<f32>(rows) - load<f64>(mean));
      tile += 8;
      rows += 4;
    }
  }
}

/**
 * Adds `Σ weight · d dᵀ · vectors` to products, for the four rows `d` of a tile and four vectors.
 *
 * @param tile Doubles, row-major.
 * @param weights Four doubles.
 * @param vectors Doubles, four for each feature.
 * @param products Doubles, four for each feature.
 */
export function addScatter(
  tile: usize,
  weights: usize,
  vectors: usize,
  products: usize,
  features: i32,
): void {
  const row = <usize>features << 3;
  const end = tile + row;
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  for (let x = tile; x < end; x += 8, vectors += 32) {
    const low = v128.load(vectors);
    const high = v128.load(vectors, 16);
    let value = v128.load64_splat(x);
    a0 = f64x2.add(a0, f64x2.mul(value, low));
    a1 = f64x2.add(a1, f64x2.mul(value, high));
    value = v128.load64_splat(x + row);
    b0 = f64x2.add(b0, f64x2.mul(value, low));
    b1 = f64x2.add(b1, f64x2.mul(value, high));
    value = v128.load64_splat(x + 2 * row);
    c0 = f64x2.add(c0, f64x2.mul(value, low));
    c1 = f64x2.add(c1, f64x2.mul(value, high));
    value = v128.load64_splat(x + 3 * row);
    d0 = f64x2.add(d0, f64x2.mul(value, low));
    d1 = f64x2.add(d1, f64x2.mul(value, high));
  }
  let weight = v128.load64_splat(weights);
  a0 = f64x2.mul(a0, weight);
  a1 = f64x2.mul(a1, weight);
  weight = v128.load64_splat(weights, 8);
  b0 = f64x2.mul(b0, weight);
  b1 = f64x2.mul(b1, weight);
  weight = v128.load64_splat(weights, 16);
  c0 = f64x2.mul(c0, weight);
  c1 = f64x2.mul(c1, weight);
  weight = v128.load64_splat(weights, 24);
  d0 = f64x2.mul(d0, weight);
  d1 = f64x2.mul(d1, weight);
  for (let x = tile; x < end; x += 8, products += 32) {
    let low = v128.load(products);
    let high = v128.load(products, 16);
    let value = v128.load64_splat(x);
    low = f64x2.add(low, f64x2.mul(value, a0));
    high = f64x2.add(high, f64x2.mul(value, a1));
    value = v128.load64_splat(x + row);
    low = f64x2.add(low, f64x2.mul(value, b0));
    high = f64x2.add(high, f64x2.mul(value, b1));
    value = v128.load64_splat(x + 2 * row);
    low = f64x2.add(low, f64x2.mul(value, c0));
    high = f64x2.add(high, f64x2.mul(value, c1));
    value = v128.load64_splat(x + 3 * row);
    low = f64x2.add(low, f64x2.mul(value, d0));
    high = f64x2.add(high, f64x2.mul(value, d1));
    v128.store(products, low);
    v128.store(products, high, 16);
  }
}
