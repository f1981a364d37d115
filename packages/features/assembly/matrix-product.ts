// Products of matrices: number for number as src/kernels/matrix-product.ts computes them.

/** Bytes of a double. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const DOUBLE: usize = 8;

/**
 * out = a · b. Each sum runs over the inner dimension in ascending order.
 *
 * @param a `[rows, inner]`, `rows` a multiple of two.
 * @param b `[inner, columns]`, `columns` a multiple of eight.
 * @param out `[rows, columns]`.
 */
export function matrixProduct(
  a: usize,
  b: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const aRow = <usize>inner * DOUBLE;
  const bRow = <usize>columns * DOUBLE;
  for (let row = 0; row < rows; row += 2, a += 2 * aRow, out += 2 * bRow) {
    for (let column: usize = 0; column < bRow; column += 64) {
      twoRows(a, aRow, b + column, bRow, out + column, inner);
    }
  }
}

/** Two rows of eight columns. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function twoRows(a: usize, aRow: usize, b: usize, bRow: usize, out: usize, inner: i32): void {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let t0 = s0;
  let t1 = s0;
  let t2 = s0;
  let t3 = s0;
  for (let end = a + <usize>inner * DOUBLE; a < end; a += DOUBLE, b += bRow) {
    const x = v128.load64_splat(a);
    const y = v128.load64_splat(a + aRow);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    s0 = f64x2.add(s0, f64x2.mul(x, b0));
    s1 = f64x2.add(s1, f64x2.mul(x, b1));
    s2 = f64x2.add(s2, f64x2.mul(x, b2));
    s3 = f64x2.add(s3, f64x2.mul(x, b3));
    t0 = f64x2.add(t0, f64x2.mul(y, b0));
    t1 = f64x2.add(t1, f64x2.mul(y, b1));
    t2 = f64x2.add(t2, f64x2.mul(y, b2));
    t3 = f64x2.add(t3, f64x2.mul(y, b3));
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
  out += bRow;
  v128.store(out, t0);
  v128.store(out, t1, 16);
  v128.store(out, t2, 32);
  v128.store(out, t3, 48);
}
