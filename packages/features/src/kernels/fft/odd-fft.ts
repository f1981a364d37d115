import { bluestein } from './bluestein.ts';
import { pairRadices } from './radices.ts';
import type { Transforms } from './real-fft.ts';
import { stockham } from './stockham.ts';

/** The transforms of an odd length, which has no half: complex ones, of which half is not computed. */
export function oddFft(size: number): Transforms {
  const stages = pairRadices(size);
  const bins = (size + 1) / 2;
  const transform = stages ? stockham(size, stages, true) : bluestein(size, bins);
  const signal = new Float64Array(size);
  const spectrum = new Float64Array(2 * bins);
  // Its imaginary parts stay 0.
  const complex = new Float64Array(2 * size);
  const scratch = new Float64Array(2 * size);

  return {
    signal,
    spectrum,
    forward() {
      for (let i = 0; i < size; i++) complex[2 * i] = signal[i];
      transform(scratch, complex);
      for (let i = 0; i < 2 * bins; i++) spectrum[i] = scratch[i];
      spectrum[1] = 0;
    },
    inverse() {
      const scale = 1 / size;
      // Real parts are even and imaginary ones odd: of their sum, a real signal, the transform has
      // the signal's even half as its real parts and the odd half as its imaginary ones.
      complex[0] = spectrum[0] * scale;
      for (let k = 1, m = size - 1; k < m; k++, m--) {
        const re = spectrum[2 * k] * scale;
        const im = spectrum[2 * k + 1] * scale;
        complex[2 * k] = re + im;
        complex[2 * m] = re - im;
      }
      transform(scratch, complex);
      signal[0] = scratch[0];
      for (let i = 1, m = size - 1; i < m; i++, m--) {
        signal[i] = scratch[2 * i] + scratch[2 * i + 1];
        signal[m] = scratch[2 * i] - scratch[2 * i + 1];
      }
    },
  };
}
