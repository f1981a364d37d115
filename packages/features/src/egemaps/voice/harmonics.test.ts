import { expect, test } from 'vitest';
import { Harmonics } from './harmonics.ts';

const BIN_HZ = 10;
const PITCH = 100;

/** A spectrum whose harmonics have these bins' magnitudes, on a narrow triangle. */
function harmonicsOf(...magnitudes: number[]): Harmonics {
  const bins = new Float64Array(501);
  for (const [n, magnitude] of magnitudes.entries()) {
    const at = ((n + 1) * PITCH) / BIN_HZ;
    bins[at] = magnitude;
    bins[at - 1] = magnitude / 2;
    bins[at + 1] = magnitude / 2;
  }
  return new Harmonics(bins, BIN_HZ, PITCH);
}

// dB of a ratio of two.
const TWICE = 20 * Math.log10(2);

test('H1-H2 is the second harmonic over the third', () => {
  expect([harmonicsOf(5, 4, 2).h1H2]).toBeAllclose([TWICE], { rtol: 1e-12 });
});

test('H1-A3 is the second harmonic over the greatest within 20 % of the formant', () => {
  // The formant of 1,000 Hz reaches from 800 to 1,200 Hz, so 700 Hz does not count.
  const harmonics = harmonicsOf(1, 4, 1, 1, 1, 1, 9, 2, 1, 1);
  expect([harmonics.h1A3(1000)]).toBeAllclose([TWICE], { rtol: 1e-12 });
});

test('a formant is the greatest harmonic near it over the first', () => {
  const harmonics = harmonicsOf(1, 0.1, 0.1, 0.1, 2);
  expect([harmonics.formantAmplitude(500)]).toBeAllclose([TWICE], { rtol: 1e-12 });
});

test('a formant without a harmonic has 0 dB, and ratios end at 201 dB', () => {
  expect(harmonicsOf(1, 1, 1).formantAmplitude(3000)).toBe(0);
  expect(harmonicsOf(1, 1).h1H2).toBe(201);
  expect(harmonicsOf(1, 0, 1).h1H2).toBe(-201);
});
