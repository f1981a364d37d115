/** Terms of the series; the first that is left out is below 1e-18 of the sum. */
const TERMS = 12;

/**
 * The natural logarithm of a number above 0, to a few units in the last place. ECMAScript leaves
 * the last digits of `Math.log` to the engine; this has the same bits everywhere.
 */
export function naturalLog(value: number): number {
  let mantissa = value;
  let exponent = 0;
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2;
  for (; mantissa < Math.SQRT2 / 2; exponent--) mantissa *= 2;
  // log m = 2 artanh((m − 1) / (m + 1)).
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let k = TERMS; k >= 0; k--) sum = sum * square + 1 / (2 * k + 1);
  return exponent * Math.LN2 + 2 * ratio * sum;
}
