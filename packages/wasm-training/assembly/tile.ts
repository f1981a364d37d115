// The inner loops of every matrix product. A tile of four rows by eight columns stays in registers
// while the whole depth streams past. Sums run in the order of the depth, so that a result does not
// depend on blocking. A multiplication and an addition are two roundings: no relaxed SIMD.
//
// The loops write sizes out: 16 is a vector or a row of A, 32 a row of B.

/** Columns of a tile; the width of one panel of packed B. */
export const TILE_COLUMNS: i32 = 8;
/** Rows of a tile; the width of one panel of packed A. */
export const TILE_ROWS: i32 = 4;
/** Bytes of a row of a panel of packed A. */
export const A_ROW_BYTES: usize = 16;
/** Bytes of a row of a panel of packed B, or of a packed tile. */
export const B_ROW_BYTES: usize = 32;
/** Bytes of a tile that lies packed, one row behind the other. */
export const TILE_BYTES: usize = 128;

/**
 * C[4×8] = A·B, or C += A·B, over packed panels.
 *
 * @param a A as [depth][4].
 * @param b B as [depth][8].
 * @param c Address of the tile in C.
 * @param pitch Bytes from one row of C to the next.
 */
export function multiplyPanels(
  a: usize,
  b: usize,
  depth: i32,
  c: usize,
  pitch: usize,
  accumulate: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = a + ((<usize>depth) << 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = f32x4.add(c00, f32x4.mul(a0, b0));
    c01 = f32x4.add(c01, f32x4.mul(a0, b1));
    const a1 = v128.load32_splat(a, 4);
    c10 = f32x4.add(c10, f32x4.mul(a1, b0));
    c11 = f32x4.add(c11, f32x4.mul(a1, b1));
    const a2 = v128.load32_splat(a, 8);
    c20 = f32x4.add(c20, f32x4.mul(a2, b0));
    c21 = f32x4.add(c21, f32x4.mul(a2, b1));
    const a3 = v128.load32_splat(a, 12);
    c30 = f32x4.add(c30, f32x4.mul(a3, b0));
    c31 = f32x4.add(c31, f32x4.mul(a3, b1));
    a += 16;
    b += 32;
  }
  const r1 = c + pitch;
  const r2 = r1 + pitch;
  const r3 = r2 + pitch;
  if (accumulate) {
    c00 = f32x4.add(v128.load(c), c00);
    c01 = f32x4.add(v128.load(c, 16), c01);
    c10 = f32x4.add(v128.load(r1), c10);
    c11 = f32x4.add(v128.load(r1, 16), c11);
    c20 = f32x4.add(v128.load(r2), c20);
    c21 = f32x4.add(v128.load(r2, 16), c21);
    c30 = f32x4.add(v128.load(r3), c30);
    c31 = f32x4.add(v128.load(r3, 16), c31);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(r1, c10);
  v128.store(r1, c11, 16);
  v128.store(r2, c20);
  v128.store(r2, c21, 16);
  v128.store(r3, c30);
  v128.store(r3, c31, 16);
}

/**
 * C[4×8] = Σ over taps of A·B, where a pointer leads to each of the four rows of A: a
 * convolution without im2col. Taps in which all four rows are `zeros` cost nothing.
 *
 * @param rows Addresses of the four rows of A of the first tap.
 * @param nextTap Bytes from a tap's pointers to the next tap's.
 * @param taps Number of taps.
 * @param depth Floats in a row of A.
 * @param zeros Address of a row of zeros, which stands for padding.
 * @param b B as [taps][depth][8].
 * @param c0 Address of the tile's first row in C; c1 to c3 alike.
 */
export function multiplyRows(
  rows: usize,
  nextTap: usize,
  taps: i32,
  depth: i32,
  zeros: usize,
  b: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const bytes = (<usize>depth) << 2;
  for (let tap = 0; tap < taps; tap++) {
    let a0 = load<usize>(rows);
    let a1 = load<usize>(rows, 4);
    let a2 = load<usize>(rows, 8);
    let a3 = load<usize>(rows, 12);
    rows += nextTap;
    if (a0 === zeros && a1 === zeros && a2 === zeros && a3 === zeros) {
      b += bytes << 3;
      continue;
    }
    const end = a0 + bytes;
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const s0 = v128.load32_splat(a0);
      c00 = f32x4.add(c00, f32x4.mul(s0, b0));
      c01 = f32x4.add(c01, f32x4.mul(s0, b1));
      const s1 = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(s1, b0));
      c11 = f32x4.add(c11, f32x4.mul(s1, b1));
      const s2 = v128.load32_splat(a2);
      c20 = f32x4.add(c20, f32x4.mul(s2, b0));
      c21 = f32x4.add(c21, f32x4.mul(s2, b1));
      const s3 = v128.load32_splat(a3);
      c30 = f32x4.add(c30, f32x4.mul(s3, b0));
      c31 = f32x4.add(c31, f32x4.mul(s3, b1));
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
      b += 32;
    }
  }
  v128.store(c0, c00);
  v128.store(c0, c01, 16);
  v128.store(c1, c10);
  v128.store(c1, c11, 16);
  v128.store(c2, c20);
  v128.store(c2, c21, 16);
  v128.store(c3, c30);
  v128.store(c3, c31, 16);
}
