import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFft } from './plan-fft.ts';

/** The definition, term by term. */
function naive(signal: Float64Array): Float64Array {
  const n = signal.length;
  const bins = Math.floor(n / 2) + 1;
  const spectrum = new Float64Array(2 * bins);
  for (let k = 0; k < bins; k++) {
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * ((k * i) % n)) / n;
      spectrum[2 * k] += signal[i] * Math.cos(angle);
      spectrum[2 * k + 1] -= signal[i] * Math.sin(angle);
    }
  }
  return spectrum;
}

// Too short for the kernels, powers of two, other factors, and those that Bluestein's algorithm takes.
describe.each([1, 2, 3, 4, 8, 15, 16, 31, 64, 100, 400, 441, 501, 512, 1103, 1402])(
  'a transform of %i',
  (size) => {
    const random = seeded(size);
    const signal = Float64Array.from({ length: size }, () => random() - 0.5);
    const fft = planFft(size);
    fft.signal.set(signal);
    fft.forward();
    const spectrum = fft.spectrum.slice();

    test('is the DFT', () => {
      // The naive sum itself is off by about size * 1e-16.
      expect(spectrum).toBeAllclose(naive(signal), { rtol: 0, atol: 5e-12 });
    });

    test('is undone by its inverse', () => {
      fft.spectrum.set(spectrum);
      fft.inverse();
      // Two transforms lose a few of the last of 53 bits.
      expect(fft.signal).toBeAllclose(signal, { rtol: 0, atol: 5e-13 });
    });
  },
);

// Odd ones, primes and powers of two among them.
const length = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(4, 64, 512, 2048, 4096));

test('the bins of 0 Hz and of the Nyquist frequency are real, without a sign of zero', () => {
  fc.assert(
    fc.property(length, fc.integer({ min: 1, max: 1000 }), (size, seed) => {
      const random = seeded(seed);
      const fft = planFft(size);
      for (let i = 0; i < size; i++) fft.signal[i] = random() - 0.5;
      fft.forward();
      expect(fft.spectrum[1]).toBe(0);
      if (size % 2 === 0) expect(fft.spectrum[size + 1]).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('the phase of silence is 0', () => {
  fc.assert(
    fc.property(length, (size) => {
      const fft = planFft(size);
      fft.signal.fill(0);
      fft.forward();
      const negative = fft.spectrum.filter((re, i) => i % 2 === 0 && !Object.is(re, 0));
      expect(negative).toEqual(new Float64Array(0));
      expect(fft.spectrum.every((value) => value === 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
