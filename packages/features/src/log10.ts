const LOG10_2 = 0.3010299956639812;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * The decimal logarithm of a number of at least 2.3e-308, infinite or NaN, within 1e-15 or its last bits:
 * ln m = 2 artanh((m − 1) / (m + 1)) as a series.
 *
 * `Math.log10` is another function in each browser; this one has the same bits everywhere, and as a
 * vector in assembly/decibels.ts.
 */
export function log10(x: number): number {
  if (!(x < Number.POSITIVE_INFINITY)) return x;
  double[0] = x;
  let e = (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0x000fffff) | 0x3ff00000;
  let m = double[0];
  if (m > Math.SQRT2) {
    e += 1;
    m -= m * 0.5;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let p = 1 / 17;
  p = p * z + 1 / 15;
  p = p * z + 1 / 13;
  p = p * z + 1 / 11;
  p = p * z + 1 / 9;
  p = p * z + 1 / 7;
  p = p * z + 1 / 5;
  p = p * z + 1 / 3;
  p = p * z + 1;
  return e * LOG10_2 + p * s * (2 * Math.LOG10E);
}
