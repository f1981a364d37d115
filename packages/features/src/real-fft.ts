import FFT from 'fft.js';
import { bluestein } from './bluestein.ts';

/**
 * The discrete Fourier transform of real signals of one length.
 *
 * A spectrum is interleaved, `[re0, im0, re1, im1, …]`, and has `floor(size / 2) + 1` bins.
 * Nothing is allocated by a transform.
 */
export interface RealFft {
  readonly size: number;
  readonly bins: number;
  /** `spectrum` = DFT of `signal`. */
  forward(signal: Float64Array, spectrum: Float64Array): void;
  /** `signal` = inverse DFT of `spectrum`, divided by the size; numpy's `irfft`. */
  inverse(spectrum: Float64Array, signal: Float64Array): void;
}

const cache = new Map<number, RealFft>();

/** The transform of length `size`, any integer of at least 1; built once and kept. */
export function realFft(size: number): RealFft {
  let fft = cache.get(size);
  if (!fft) {
    const powerOfTwo = size >= 4 && (size & (size - 1)) === 0;
    fft = powerOfTwo ? packed(size) : bluestein(size);
    cache.set(size, fft);
  }
  return fft;
}

/**
 * Even samples as real parts, odd ones as imaginary parts: one complex transform of half the
 * length, then a butterfly, which is faster than fft.js' own transform of real signals.
 */
function packed(size: number): RealFft {
  const half = size / 2;
  const fft = new FFT(half);
  const folded = new Float64Array(size);
  const scratch = new Float64Array(size);
  const cos = Float64Array.from({ length: half + 1 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sin = Float64Array.from({ length: half + 1 }, (_, k) => Math.sin((2 * Math.PI * k) / size));

  return {
    size,
    bins: half + 1,
    forward(signal, spectrum) {
      fft.transform(scratch, signal);
      spectrum[0] = scratch[0] + scratch[1];
      spectrum[1] = 0;
      spectrum[size] = scratch[0] - scratch[1];
      spectrum[size + 1] = 0;
      for (let k = 1, m = half - 1; k <= m; k++, m--) {
        const evenRe = (scratch[2 * k] + scratch[2 * m]) / 2;
        const evenIm = (scratch[2 * k + 1] - scratch[2 * m + 1]) / 2;
        const oddRe = (scratch[2 * k + 1] + scratch[2 * m + 1]) / 2;
        const oddIm = (scratch[2 * m] - scratch[2 * k]) / 2;
        const turnedRe = oddRe * cos[k] + oddIm * sin[k];
        const turnedIm = oddIm * cos[k] - oddRe * sin[k];
        spectrum[2 * k] = evenRe + turnedRe;
        spectrum[2 * k + 1] = evenIm + turnedIm;
        spectrum[2 * m] = evenRe - turnedRe;
        spectrum[2 * m + 1] = turnedIm - evenIm;
      }
    },
    inverse(spectrum, signal) {
      // A forward transform of swapped parts is the inverse with its parts swapped; fft.js' own
      // inverse is slower.
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
      fft.transform(scratch, folded);
      for (let n = 0; n < size; n += 2) {
        signal[n] = scratch[n + 1];
        signal[n + 1] = scratch[n];
      }
    },
  };
}
