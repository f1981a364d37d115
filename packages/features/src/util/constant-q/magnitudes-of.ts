import type { ComplexMatrix, Matrix } from '../matrix.ts';

/** The magnitudes of complex numbers. */
export function magnitudesOf({ real, imag, shape }: ComplexMatrix): Matrix {
  const data = new Float32Array(real.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.sqrt(real[i] * real[i] + imag[i] * imag[i]);
  }
  return { data, shape };
}
