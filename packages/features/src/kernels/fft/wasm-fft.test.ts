import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { plainFft } from './plain-fft.ts';
import { wasmFft } from './wasm-fft.ts';

// To the last bit, as the documentation says; only the sign of a zero is not looked at.
const EXACT = { rtol: 0, atol: 0 };

// Powers of two; multiples of eight whose last stage has an even and an odd count of k; other even
// ones; odd ones with small factors; those with wider ones, first, last and in between; those that
// need a chirp, even and odd.
const sizes = [
  ...[32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 65536],
  ...[48, 96, 240, 400, 480, 960, 2160],
  ...[40, 72, 120, 200, 1000, 1800],
  ...[34, 36, 50, 54, 60, 90, 450, 1350],
  ...[45, 75, 81, 125, 225, 405, 2025],
  ...[33, 37, 97, 511, 1103, 2047],
  ...[38, 56, 62, 202, 882, 1102, 2206],
  ...[49, 77, 105, 343, 441, 539, 2205, 84, 308, 1764, 2646],
];

describe.each(sizes)('a transform of %i on WebAssembly', (size) => {
  const fft = wasmFft(size);
  if (!fft) throw new Error('no WebAssembly SIMD here');
  const reference = plainFft(size);
  const random = seeded(size);

  function load(values: Float64Array, into: 'signal' | 'spectrum'): void {
    fft?.[into].set(values);
    reference[into].set(values);
  }

  const noise = Float64Array.from({ length: size }, () => random() - 0.5);

  test('gives the bits of JavaScript', () => {
    load(noise, 'signal');
    fft.forward();
    reference.forward();
    expect(fft.spectrum).toBeAllclose(reference.spectrum, EXACT);
  });

  test('gives the bits of JavaScript back', () => {
    const spectrum = Float64Array.from({ length: 2 * fft.bins }, () => random() - 0.5);
    load(spectrum, 'spectrum');
    fft.inverse();
    reference.inverse();
    expect(fft.signal).toBeAllclose(reference.signal, EXACT);
    expect(fft.spectrum).toEqual(spectrum);
  });

  test.each([Float32Array, Float64Array])('loads a windowed %o alike', (Samples) => {
    const samples = new Samples(size + 5).map(random);
    for (const window of [noise, Float64Array.from({ length: size }, random)]) {
      fft.load(samples, 3, window);
      reference.load(samples, 3, window);
      expect(fft.signal).toBeAllclose(reference.signal, EXACT);
    }
  });

  test('gives the magnitudes that are computed one by one', () => {
    const spectrum = Float64Array.from(
      { length: 2 * fft.bins },
      // Of all sizes, zeros and subnormal floats included.
      (_, i) => (random() - 0.5) * (i % 7 === 0 ? 0 : 10 ** (85 * random() - 50)),
    );
    load(spectrum, 'spectrum');
    const [ours, theirs] = [0, 0].map(() => new Float32Array(fft.bins + 2).fill(-1));
    fft.magnitudes(ours, 1);
    reference.magnitudes(theirs, 1);
    expect(ours).toBeAllclose(theirs, EXACT);
    expect([ours[0], ours[fft.bins + 1]]).toEqual([-1, -1]);
  });
});
