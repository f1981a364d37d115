import { once } from '../../util/once.ts';
import { bluestein } from './bluestein.ts';
import { complexTransform } from './complex-transform.ts';
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
    inverse: oddInverse(signal, spectrum),
  };
}

/** Writes the inverse transform of `spectrum` to `signal`, whose length is odd. */
export function oddInverse(signal: Float64Array, spectrum: Float64Array): () => void {
  const size = signal.length;
  const scale = 1 / size;
  const room = once(() => ({
    transform: complexTransform(size),
    complex: new Float64Array(2 * size),
    scratch: new Float64Array(2 * size),
  }));
  return () => {
    const { transform, complex, scratch } = room();
    // With real and imaginary parts swapped, a forward transform is the inverse.
    complex[0] = 0;
    complex[1] = spectrum[0] * scale;
    for (let k = 1, m = size - 1; k <= m; k++, m--) {
      const re = spectrum[2 * k] * scale;
      const im = spectrum[2 * k + 1] * scale;
      complex[2 * k] = im;
      complex[2 * k + 1] = re;
      complex[2 * m] = -im;
      complex[2 * m + 1] = re;
    }
    transform(scratch, complex);
    for (let i = 0; i < size; i++) signal[i] = scratch[2 * i + 1];
  };
}
