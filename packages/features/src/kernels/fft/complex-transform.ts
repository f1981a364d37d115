import FFT from 'fft.js';
import { bluestein } from './bluestein.ts';
import { pairRadices } from './radices.ts';
import { type ComplexTransform, stockham } from './stockham.ts';

/** The complex transform of any length in JavaScript; that of a power of two is fft.js. */
export function complexTransform(n: number): ComplexTransform {
  if (n > 1 && (n & (n - 1)) === 0) {
    const fft = new FFT(n);
    return (out, data) => fft.transform(out, data);
  }
  const stages = pairRadices(n);
  return stages ? stockham(n, stages) : bluestein(n, n);
}
