/** Up to as many values NumPy adds in eight sums side by side. */
const BLOCK = 128;

/**
 * The sum as NumPy's `sum` rounds it, which decides between sums that are equal but for rounding.
 */
export function pairwiseSum(values: Float64Array): number {
  const n = values.length;
  if (n > BLOCK) {
    const half = 8 * Math.floor(n / 16);
    return pairwiseSum(values.subarray(0, half)) + pairwiseSum(values.subarray(half));
  }
  const even = n - (n % 8);
  let sum = 0;
  if (even > 0) {
    const sums = values.slice(0, 8);
    for (let i = 8; i < even; i++) sums[i % 8] += values[i];
    const [a, b, c, d, e, f, g, h] = sums;
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (let i = even; i < n; i++) sum += values[i];
  return sum;
}
