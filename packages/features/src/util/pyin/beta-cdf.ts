import { ln } from '../../kernels/log10.ts';

/** More terms than the continued fraction ever needs for shapes up to 1,000. */
const MAX_TERMS = 500;
const EPSILON = 1e-16;
/** What stands in for a divisor that is 0. */
const LEAST = 1e-300;

/**
 * The distribution function of a beta distribution, the regularised incomplete beta function, by
 * its continued fraction (DLMF 8.17.22); scipy's `beta.cdf`.
 *
 * @param x In [0, 1].
 * @param a Above 0.
 * @param b Above 0.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on one side of the mean alone.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const factor = a * ln(x) + b * ln(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b);
  return (Math.exp(factor) * fraction(x, a, b)) / a;
}

/** The continued fraction, by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const known = (value: number): number => (Math.abs(value) < LEAST ? LEAST : value);
  let c = 1;
  let d = 1 / known(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / known(1 + term * d);
      c = known(1 + term / c);
      step = c * d;
      value *= step;
    }
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return value;
}

/** Above this number, four terms of Stirling's series are exact to the last digits. */
const LARGE = 20;

/** The logarithm of the gamma function, by Stirling's series (DLMF 5.11.1). */
function lnGamma(value: number): number {
  let x = value;
  let product = 1;
  for (; x < LARGE; x++) product *= x;
  const z = 1 / (x * x);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / x;
  return (x - 0.5) * ln(x) - x + 0.5 * ln(2 * Math.PI) + series - ln(product);
}
