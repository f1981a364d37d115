const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * `out[i]` = ln(max(least, values[i])), where `least` is not subnormal; `out` may be `values`.
 *
 * The last bits of `Math.log` differ between browsers. Those of this logarithm do not: see
 * `writeDecibels`, which also says why it is no function of a number.
 */
export function writeLogarithms(values: Float32Array, out: Float32Array, least: number): void {
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
    out[i] = e * Math.LN2 + 2 * p * s;
  }
}
