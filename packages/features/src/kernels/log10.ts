const LOG10_2 = 0.3010299956639812;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * The decimal logarithm of a finite number that is above 0 and not subnormal.
 *
 * The last bits of `Math.log10` differ between browsers. Those of this logarithm do not: it is that
 * of `writeDecibels`, for doubles.
 */
export function log10(x: number): number {
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

/** The natural logarithm, as {@link log10}. */
export const ln = (x: number): number => log10(x) * Math.LN10;

/** The logarithm to the base 2, as {@link log10}. */
export const log2 = (x: number): number => log10(x) / LOG10_2;
