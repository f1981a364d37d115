/** librosa adds the least normal number before it takes a logarithm. */
const TINY = 2 ** -1022;

// ln 2 in two parts: a whole multiple of the first, which has 32 bits, is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** The series of the inverse hyperbolic tangent, beyond its first term: 2/3, 2/5, … */
const SERIES = Array.from({ length: 11 }, (_, i) => 2 / (2 * i + 3)).reverse();

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * The natural logarithm of a probability that may be 0, which then counts as 2e-308.
 *
 * Of paths that are equally probable, its last bits choose one. So it is exact to less than a unit
 * in the last place, and the same in all engines, which `Math.log` is not.
 */
export function lnProbability(probability: number): number {
  double[0] = probability + TINY;
  let e = (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0x000fffff) | 0x3ff00000;
  let m = double[0];
  if (m > Math.SQRT2) {
    e += 1;
    m *= 0.5;
  }
  // ln(1 + f) = f - f²/2 + s (f²/2 + R), whose large terms have no rounding errors.
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let rest = 0;
  for (const term of SERIES) rest = rest * z + term;
  const half = 0.5 * f * f;
  return e * LN2_HIGH - (half - (s * (half + rest * z) + e * LN2_LOW) - f);
}
