/** Below it the series is taken, above it the continued fraction. Both are exact there. */
const MIDDLE = 2;

/** Steps of the continued fraction. At `MIDDLE` the rest is below the last digit. */
const STEPS = 60;

/**
 * The probability that a standard normal variable is at least `z` away from 0, on either side:
 * erfc(z / √2), to 12 digits of the result, far out in the tails too.
 *
 * @param z Not negative.
 * @see Abramowitz & Stegun 1964, 7.1.6 (the series) and 7.1.14 (the continued fraction)
 */
export function normalTails(z: number): number {
  const x = z / Math.SQRT2;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (x < MIDDLE) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * Number.EPSILON; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  // A continued fraction is computed from its end.
  let fraction = x;
  for (let n = STEPS; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
