const LOG10_2 = 0.3010299956639812;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * `out[i]` = 10 log10(max(least, values[i])) - offset, where `least` is not subnormal.
 *
 * The last bits of `Math.log10` differ between browsers. Those of this logarithm do not, and equal
 * those of assembly/decibels.ts: x = m · 2^e, and ln m = 2 artanh((m − 1) / (m + 1)) as a series,
 * within 1e-15. It is no function of its own, because V8 allocates the result of a function that it
 * has not inlined, and live frames must not allocate.
 */
export function writeDecibels(
  values: Float32Array,
  out: Float32Array,
  least: number,
  offset: number,
): void {
  for (let i = 0; i < values.length; i++) {
    const x = Math.max(least, values[i]);
    if (!(x < Number.POSITIVE_INFINITY)) {
      out[i] = x;
      continue;
    }
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
    out[i] = 10 * (e * LOG10_2 + p * s * (2 * Math.LOG10E)) - offset;
  }
}
