/**
 * The stage of Stockham's transform that joins four transforms of length `q`. Of a power of two it is
 * all stages or all but one, so it is written out.
 *
 * @param w Its twiddle factors, `[q, 3]` complex numbers; the first stage has none.
 */
export function stageFour(x: Float64Array, y: Float64Array, q: number, w?: Float64Array): void {
  // In numbers, of which a complex one has two: from one element to the next, and between results.
  const near = x.length / (4 * q);
  const far = q * near;
  for (let k = 0, a = 0, to = 0; k < q; k++, a += 3 * near) {
    const at = 6 * k;
    const w1r = w ? w[at] : 1;
    const w1i = w ? w[at + 1] : 0;
    const w2r = w ? w[at + 2] : 1;
    const w2i = w ? w[at + 3] : 0;
    const w3r = w ? w[at + 4] : 1;
    const w3i = w ? w[at + 5] : 0;
    for (const end = to + near; to < end; a += 2, to += 2) {
      const b = a + near;
      const c = b + near;
      const d = c + near;
      const br = w ? x[b] * w1r - x[b + 1] * w1i : x[b];
      const bi = w ? x[b] * w1i + x[b + 1] * w1r : x[b + 1];
      const cr = w ? x[c] * w2r - x[c + 1] * w2i : x[c];
      const ci = w ? x[c] * w2i + x[c + 1] * w2r : x[c + 1];
      const dr = w ? x[d] * w3r - x[d + 1] * w3i : x[d];
      const di = w ? x[d] * w3i + x[d + 1] * w3r : x[d + 1];
      const t0r = x[a] + cr;
      const t0i = x[a + 1] + ci;
      const t1r = x[a] - cr;
      const t1i = x[a + 1] - ci;
      const t2r = br + dr;
      const t2i = bi + di;
      const t3r = br - dr;
      const t3i = bi - di;
      y[to] = t0r + t2r;
      y[to + 1] = t0i + t2i;
      y[to + far] = t1r + t3i;
      y[to + far + 1] = t1i - t3r;
      y[to + 2 * far] = t0r - t2r;
      y[to + 2 * far + 1] = t0i - t2i;
      y[to + 3 * far] = t1r - t3i;
      y[to + 3 * far + 1] = t1i + t3r;
    }
  }
}
