import { log2 } from '../../kernels/log10.ts';

/** What 2 ** f is multiplied out to, for f within half of 0: to a double's last bits. */
const TERMS = 14;

/**
 * A number above 0 to a power, the same bits on every engine; those of `Math.pow` differ in the
 * last.
 */
export function power(base: number, exponent: number): number {
  const octaves = exponent * log2(base);
  const whole = Math.round(octaves);
  const x = (octaves - whole) * Math.LN2;
  let sum = 1;
  for (let n = TERMS; n > 0; n--) sum = 1 + (sum * x) / n;
  return sum * 2 ** whole;
}
