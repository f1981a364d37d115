import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { MODULATION_BINS, modulationSpectrum } from './modulation-spectrum.ts';

/** The definition, term by term. */
function definition(track: Float64Array, bin: number): number {
  const mean = track.reduce((a, b) => a + b, 0) / track.length;
  let re = 0;
  let im = 0;
  track.subarray(0, 400).forEach((value, t) => {
    re += (value - mean) * Math.cos((2 * Math.PI * bin * t) / 400);
    im += (value - mean) * Math.sin((2 * Math.PI * bin * t) / 400);
  });
  return (re * re + im * im) / track.length;
}

// Shorter than the transform and than its half, as long as they are, and longer.
test.each([1, 2, 57, 100, 199, 200, 201, 399, 400, 401, 650])('the spectrum of %i frames', (n) => {
  const random = seeded(n);
  const values = Float64Array.from({ length: 2 * n }, random);
  const { values: powers, frames } = modulationSpectrum({ values, frames: n, channels: 2 });
  expect([frames, MODULATION_BINS]).toEqual([110, 110]);
  for (const channel of [0, 1]) {
    const track = values.filter((_, i) => i % 2 === channel);
    const expected = Array.from({ length: 110 }, (_, bin) => definition(track, bin));
    // Sums of some hundred terms, squared.
    expect(powers.filter((_, i) => i % 2 === channel)).toBeAllclose(expected, {
      rtol: 1e-9,
      atol: 1e-12,
    });
  }
});

test.each([57, 650])('tracks beside each other have their own spectra, %i frames', (n) => {
  const random = seeded(n + 1);
  const [a, b] = [2, 3].map((channels) => ({
    values: Float64Array.from({ length: channels * n }, random),
    frames: n,
    channels,
  }));
  const { values, channels } = modulationSpectrum(a, b);
  expect(channels).toBe(5);
  const [ofA, ofB] = [a, b].map((x) => modulationSpectrum(x).values);
  const expected = values.map((_, i) => {
    const bin = Math.floor(i / 5);
    return i % 5 < 2 ? ofA[2 * bin + (i % 5)] : ofB[3 * bin + (i % 5) - 2];
  });
  expect(values).toEqual(expected);
});

test('four waves a second are bin 16', () => {
  const values = Float64Array.from({ length: 400 }, (_, t) => 3 * Math.sin((2 * Math.PI * t) / 25));
  const { values: powers } = modulationSpectrum({ values, frames: 400, channels: 1 });
  const expected = new Float64Array(110);
  // (3 / 2 · 400)² / 400.
  expected[16] = 900;
  expect(powers).toBeAllclose(expected, { rtol: 1e-12, atol: 1e-12 });
});
