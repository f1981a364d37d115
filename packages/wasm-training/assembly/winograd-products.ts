// Products of transformed tiles. B lies in panels of four columns, [⌈columns / 4⌉][depth][4], so
// that transforms, which go along columns four at a time, write it as it is read.

/**
 * C[4×8] = A·B.
 *
 * @param a The first of four rows of A.
 * @param pitch Bytes from a row of A to the next.
 * @param bytes Of a row of A.
 * @param b A panel of B; the next one lies behind it.
 * @param c C as [4][8].
 */
export function multiplyTileRows(a: usize, pitch: usize, bytes: usize, b: usize, c: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let a1 = a + pitch;
  let a2 = a1 + pitch;
  let a3 = a2 + pitch;
  let bHigh = b + (bytes << 2);
  const end = a + bytes;
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(bHigh);
    const s0 = v128.load32_splat(a);
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
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    b += 16;
    bHigh += 16;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
}

/**
 * C[4×8] = Aᵀ·B, or C += Aᵀ·B.
 *
 * @param a A as [depth][4].
 * @param b B as two panels [depth][4].
 * @param pitch Bytes from the first panel of B to the second.
 * @param c C as [4][8].
 */
export function multiplyTilePanels(
  a: usize,
  b: usize,
  pitch: usize,
  depth: i32,
  c: usize,
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
  let bHigh = b + pitch;
  const end = a + ((<usize>depth) << 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(bHigh);
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
    b += 16;
    bHigh += 16;
  }
  if (accumulate) {
    c00 = f32x4.add(v128.load(c), c00);
    c01 = f32x4.add(v128.load(c, 16), c01);
    c10 = f32x4.add(v128.load(c, 32), c10);
    c11 = f32x4.add(v128.load(c, 48), c11);
    c20 = f32x4.add(v128.load(c, 64), c20);
    c21 = f32x4.add(v128.load(c, 80), c21);
    c30 = f32x4.add(v128.load(c, 96), c30);
    c31 = f32x4.add(v128.load(c, 112), c31);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
}
