import FFT from 'fft.js';
import { describe, expect, it } from 'vitest';
import { radices } from './radices.ts';
import { stockham } from './stockham.ts';

// Published weights and tables stand on fft.js' bits.
describe('transforms of powers of two beside fft.js', () => {
  it.each([4, 8, 16, 64, 128, 1024, 2048, 16384])('have the same bits: %i', (n) => {
    const data = Float64Array.from({ length: 2 * n }, (_, i) => Math.sin(i * i * 0.37) + 0.1 * i);
    const expected = new Float64Array(2 * n);
    new FFT(n).transform(expected, data);
    const out = new Float64Array(2 * n);
    stockham(n, radices(n) as number[])(out, data);
    expect(out).toEqual(expected);
  });
});
