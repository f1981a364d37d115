/**
 * The factors that turn a complex transform into a real one: cos(πk/half) and sin(πk/half) for k
 * from 0 to half.
 */
export function realTwiddles(half: number): { cos: Float64Array; sin: Float64Array } {
  const cos = new Float64Array(half + 1);
  const sin = new Float64Array(half + 1);
  for (let k = 0; k <= half; k++) {
    cos[k] = Math.cos((Math.PI * k) / half);
    sin[k] = Math.sin((Math.PI * k) / half);
  }
  return { cos, sin };
}

/**
 * The factors of a complex transform of length `n`, of all stages but the first, in the order in
 * which assembly/complex-fft.ts reads them.
 */
export function complexTwiddles(n: number): Float64Array {
  const values: number[] = [];
  const firstIsOfTwo = Math.log2(n) % 2 === 1;
  for (let q = firstIsOfTwo ? 2 : 4; q < n; q *= 4) {
    const factors = Array.from({ length: q }, (_, k) =>
      [1, 2, 3].flatMap((i) => twiddle(i * k, q, n)),
    );
    const isLast = 4 * q === n;
    for (let k = 0; k < q; k += isLast ? 2 : 1) {
      // The last stage takes two k at a time, so their factors are interleaved.
      if (isLast) for (let i = 0; i < 6; i++) values.push(factors[k][i], factors[k + 1][i]);
      else values.push(...factors[k]);
    }
  }
  return Float64Array.from(values);
}

/** e^(-2πik/4q). The angle is computed as fft.js does it, for the same bits. */
function twiddle(k: number, q: number, n: number): [re: number, im: number] {
  const angle = (Math.PI * ((k * n) / (2 * q))) / n;
  return [Math.cos(angle), -Math.sin(angle)];
}
