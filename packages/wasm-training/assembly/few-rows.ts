// Products of one to three rows with a matrix, as attention has them. Every number of the matrix is
// needed once a row, so that packing it into panels would take longer than the product.

/** C[m][n] = A·B of A [m][depth] and B [depth][n]. */
export function multiplyFewRows(a: usize, b: usize, c: usize, m: i32, n: i32, depth: i32): void {
  const aPitch = (<usize>depth) << 2;
  const bPitch = (<usize>n) << 2;
  for (let row = 0; row < m; row++, a += aPitch, c += bPitch) {
    let at: usize = 0;
    for (; at + 64 <= bPitch; at += 64) {
      let sum0 = f32x4.splat(0);
      let sum1 = sum0;
      let sum2 = sum0;
      let sum3 = sum0;
      let from = b + at;
      for (let k: usize = 0; k < aPitch; k += 4, from += bPitch) {
        const factor = v128.load32_splat(a + k);
        sum0 = f32x4.add(sum0, f32x4.mul(factor, v128.load(from)));
        sum1 = f32x4.add(sum1, f32x4.mul(factor, v128.load(from, 16)));
        sum2 = f32x4.add(sum2, f32x4.mul(factor, v128.load(from, 32)));
        sum3 = f32x4.add(sum3, f32x4.mul(factor, v128.load(from, 48)));
      }
      v128.store(c + at, sum0);
      v128.store(c + at, sum1, 16);
      v128.store(c + at, sum2, 32);
      v128.store(c + at, sum3, 48);
    }
    for (; at < bPitch; at += 4) {
      let sum: f32 = 0;
      let from = b + at;
      for (let k: usize = 0; k < aPitch; k += 4, from += bPitch) {
        sum += load<f32>(a + k) * load<f32>(from);
      }
      store<f32>(c + at, sum);
    }
  }
}

/** C[m][n] = A·Bᵀ of A [m][depth] and B [n][depth]. */
export function multiplyFewRowsByTransposed(
  a: usize,
  b: usize,
  c: usize,
  m: i32,
  n: i32,
  depth: i32,
): void {
  const pitch = (<usize>depth) << 2;
  for (let row = 0; row < m; row++, a += pitch) {
    let from = b;
    for (let column = 0; column < n; column++, from += pitch, c += 4) {
      store<f32>(c, dot(a, from, pitch));
    }
  }
}

/** The sum of the products of two rows of floats: every eighth by itself, then those eight. */
function dot(a: usize, b: usize, bytes: usize): f32 {
  let low = f32x4.splat(0);
  let high = low;
  const whole = bytes & ~31;
  for (let at: usize = 0; at < whole; at += 32) {
    low = f32x4.add(low, f32x4.mul(v128.load(a + at), v128.load(b + at)));
    high = f32x4.add(high, f32x4.mul(v128.load(a + at, 16), v128.load(b + at, 16)));
  }
  const sums = f32x4.add(low, high);
  let sum =
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
  for (let at = whole; at < bytes; at += 4) sum += load<f32>(a + at) * load<f32>(b + at);
  return sum;
}
