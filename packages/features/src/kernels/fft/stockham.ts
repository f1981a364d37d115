import { type Butterfly, butterflyOf } from './butterflies.ts';
import { stageFour } from './stage-four.ts';
import { allTwiddles } from './twiddle-factors.ts';

/** A forward transform of interleaved complex numbers; `out` and `data` are different arrays. */
export type ComplexTransform = (out: Float64Array, data: Float64Array) => void;

/**
 * The transform of length `n` by Stockham's stages, operation for operation as assembly/stages.ts
 * does it. Element k of transform j is at k·(n/q) + j once transforms of length q are done.
 *
 * Source: C. Temperton, "Self-sorting mixed-radix fast Fourier transforms", 1983.
 *
 * @param stages The radices of `n`.
 * @param real Whether the numbers are real and `n` is odd. Then half of the k are enough, since the
 *   others are their conjugates; only the first `(n + 1) / 2` results are there.
 */
export function stockham(n: number, stages: readonly number[], real = false): ComplexTransform {
  const twiddles = allTwiddles(stages);
  const rooms = [new Float64Array(2 * n), new Float64Array(2 * n)];
  const butterflies = stages.map(butterflyOf);
  const widest = Math.max(1, ...stages);
  const re = new Float64Array(widest);
  const im = new Float64Array(widest);

  function stage(
    x: Float64Array,
    y: Float64Array,
    radix: number,
    q: number,
    butterfly: Butterfly,
    w?: Float64Array,
  ): void {
    const near = n / (q * radix);
    const rows = real ? (q + 1) / 2 : q;
    // From here on results are those of others' conjugates.
    const mirrored = real ? (radix + 1) / 2 : radix;
    for (let k = 0; k < rows; k++) {
      for (let j = 0; j < near; j++) {
        for (let i = 0; i < radix; i++) {
          const from = 2 * ((k * radix + i) * near + j);
          if (w && i > 0) {
            const at = 2 * (k * (radix - 1) + i - 1);
            re[i] = x[from] * w[at] - x[from + 1] * w[at + 1];
            im[i] = x[from] * w[at + 1] + x[from + 1] * w[at];
          } else {
            re[i] = x[from];
            im[i] = x[from + 1];
          }
        }
        butterfly(re, im);
        for (let i = radix - 1; i >= 0; i--) {
          const row = i < mirrored ? k + q * i : q * (radix - i) - k;
          const to = 2 * (row * near + j);
          y[to] = re[i];
          y[to + 1] = i < mirrored ? im[i] : -im[i];
        }
      }
    }
  }

  return (out, data) => {
    let x = data;
    let q = 1;
    stages.forEach((radix, i) => {
      const y = i === stages.length - 1 ? out : rooms[i % 2];
      if (radix === 4) stageFour(x, y, q, twiddles[i - 1]);
      else if (radix === 2 && q === 1) firstTwo(x, y);
      else stage(x, y, radix, q, butterflies[i], twiddles[i - 1]);
      q *= radix;
      x = y;
    });
    if (stages.length === 0) out.set(data.subarray(0, 2));
  };
}

/** The first stage where the twos of a length are odd and there are no other factors. */
function firstTwo(x: Float64Array, y: Float64Array): void {
  const far = x.length / 2;
  for (let a = 0; a < far; a++) {
    const b = x[a + far];
    y[a + far] = x[a] - b;
    y[a] = x[a] + b;
  }
}
