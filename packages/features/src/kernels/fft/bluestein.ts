import FFT from 'fft.js';
import { windowFrame } from '../window-frame.ts';
import { writeMagnitudes } from './magnitude.ts';
import type { RealFft } from './real-fft.ts';
import { scaleSpectrum } from './scale-spectrum.ts';
import { writeSingles } from './write-singles.ts';

/**
 * The transform for lengths that are no power of two: the DFT as a convolution with a chirp.
 *
 * Source: L. Bluestein, "A linear filtering approach to the computation of the discrete Fourier
 * transform", 1970.
 */
export function bluestein(size: number): RealFft {
  const bins = Math.floor(size / 2) + 1;
  const signal = new Float64Array(size);
  const spectrum = new Float64Array(2 * bins);
  let length = 2;
  while (length < 2 * size) length *= 2;
  const fft = new FFT(length);

  // n² modulo 2·size keeps the angle small, so that long transforms lose no digits.
  const chirpRe = new Float64Array(size);
  const chirpIm = new Float64Array(size);
  for (let n = 0; n < size; n++) {
    const angle = (Math.PI * ((n * n) % (2 * size))) / size;
    chirpRe[n] = Math.cos(angle);
    chirpIm[n] = -Math.sin(angle);
  }
  const a = new Float64Array(2 * length);
  const b = new Float64Array(2 * length);
  for (let n = 0; n < size; n++) {
    for (const at of n === 0 ? [0] : [n, length - n]) {
      a[2 * at] = chirpRe[n];
      a[2 * at + 1] = -chirpIm[n];
    }
  }
  const kernel = new Float64Array(2 * length);
  fft.transform(kernel, a);

  /** In: real and imaginary input in `a`, times the chirp. Out: the convolution in `a`. */
  const convolve = (): void => {
    fft.transform(b, a);
    for (let k = 0; k < 2 * length; k += 2) {
      const re = b[k] * kernel[k] - b[k + 1] * kernel[k + 1];
      b[k] = (b[k] * kernel[k + 1] + b[k + 1] * kernel[k]) / length;
      b[k + 1] = re / length;
    }
    // With real and imaginary parts swapped on both sides a forward transform is the inverse.
    fft.transform(a, b);
    for (let n = 0; n < 2 * size; n += 2) {
      const im = a[n];
      a[n] = a[n + 1];
      a[n + 1] = im;
    }
  };

  return {
    size,
    bins,
    signal,
    spectrum,
    load: (samples, start, window) => windowFrame(samples, start, window, signal),
    forward() {
      a.fill(0);
      for (let n = 0; n < size; n++) {
        a[2 * n] = signal[n] * chirpRe[n];
        a[2 * n + 1] = signal[n] * chirpIm[n];
      }
      convolve();
      // Adding 0 makes 0 of -0, whose phase would be π.
      for (let k = 0; k < bins; k++) {
        spectrum[2 * k] = a[2 * k] * chirpRe[k] - a[2 * k + 1] * chirpIm[k] + 0;
        spectrum[2 * k + 1] = a[2 * k] * chirpIm[k] + a[2 * k + 1] * chirpRe[k] + 0;
      }
      // The bins of 0 Hz and of the Nyquist frequency are real.
      spectrum[1] = 0;
      if (size % 2 === 0) spectrum[size + 1] = 0;
    },
    inverse() {
      // The inverse is the conjugate of the transform of the conjugate, and the result is real.
      a.fill(0);
      for (let k = 0; k < size; k++) {
        const mirrored = k >= bins;
        const from = mirrored ? size - k : k;
        const real = k === 0 || 2 * k === size;
        const re = spectrum[2 * from];
        const im = real ? 0 : mirrored ? spectrum[2 * from + 1] : -spectrum[2 * from + 1];
        a[2 * k] = re * chirpRe[k] - im * chirpIm[k];
        a[2 * k + 1] = re * chirpIm[k] + im * chirpRe[k];
      }
      convolve();
      for (let n = 0; n < size; n++) {
        signal[n] = (a[2 * n] * chirpRe[n] - a[2 * n + 1] * chirpIm[n]) / size;
      }
    },
    scale: (gains) => scaleSpectrum(spectrum, gains),
    copySignal: (from, count, out, at) => writeSingles(signal, from, count, out, at),
    magnitudes: (out, at) => writeMagnitudes(spectrum, out, at),
  };
}
