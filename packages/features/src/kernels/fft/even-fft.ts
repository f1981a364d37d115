import { complexTransform } from './complex-transform.ts';
import type { Transforms } from './real-fft.ts';
import { realTwiddles } from './twiddle-factors.ts';

/**
 * The transforms of an even length.
 *
 * Even samples are real parts, odd ones imaginary parts: one complex transform of half the length,
 * then a butterfly.
 */
export function evenFft(size: number): Transforms {
  const half = size / 2;
  const transform = complexTransform(half);
  const signal = new Float64Array(size);
  const spectrum = new Float64Array(size + 2);
  const folded = new Float64Array(size);
  const scratch = new Float64Array(size);
  const { cos, sin } = realTwiddles(half);

  return {
    signal,
    spectrum,
    forward() {
      transform(scratch, signal);
      spectrum[0] = scratch[0] + scratch[1];
      spectrum[1] = 0;
      spectrum[size] = scratch[0] - scratch[1];
      spectrum[size + 1] = 0;
      for (let k = 1, m = half - 1; k <= m; k++, m--) {
        const evenRe = (scratch[2 * k] + scratch[2 * m]) / 2;
        const evenIm = (scratch[2 * k + 1] - scratch[2 * m + 1]) / 2;
        const oddRe = (scratch[2 * k + 1] + scratch[2 * m + 1]) / 2;
        const oddIm = (scratch[2 * m] - scratch[2 * k]) / 2;
        const twiddledRe = oddRe * cos[k] + oddIm * sin[k];
        const twiddledIm = oddIm * cos[k] - oddRe * sin[k];
        spectrum[2 * k] = evenRe + twiddledRe;
        spectrum[2 * k + 1] = evenIm + twiddledIm;
        spectrum[2 * m] = evenRe - twiddledRe;
        spectrum[2 * m + 1] = twiddledIm - evenIm;
      }
    },
    inverse() {
      // A forward transform of swapped parts is the inverse with its parts swapped.
      const scale = 1 / size;
      folded[1] = (spectrum[0] + spectrum[size]) * scale;
      folded[0] = (spectrum[0] - spectrum[size]) * scale;
      for (let k = 1, m = half - 1; k <= m; k++, m--) {
        const evenRe = (spectrum[2 * k] + spectrum[2 * m]) * scale;
        const evenIm = (spectrum[2 * k + 1] - spectrum[2 * m + 1]) * scale;
        const diffRe = (spectrum[2 * k] - spectrum[2 * m]) * scale;
        const diffIm = (spectrum[2 * k + 1] + spectrum[2 * m + 1]) * scale;
        const oddRe = diffRe * cos[k] - diffIm * sin[k];
        const oddIm = diffRe * sin[k] + diffIm * cos[k];
        folded[2 * k + 1] = evenRe - oddIm;
        folded[2 * k] = evenIm + oddRe;
        folded[2 * m + 1] = evenRe + oddIm;
        folded[2 * m] = oddRe - evenIm;
      }
      transform(scratch, folded);
      for (let n = 0; n < size; n += 2) {
        signal[n] = scratch[n + 1];
        signal[n + 1] = scratch[n];
      }
    },
  };
}
