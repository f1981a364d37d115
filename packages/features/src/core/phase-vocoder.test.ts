import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import type { ComplexMatrix } from '../util/matrix.ts';
import { phaseVocoder } from './phase-vocoder.ts';

/** Noise in as many bins and frames as asked for; fewer frames are the first of more. */
function spectrum(bins: number, frames: number): ComplexMatrix {
  const rows = Array.from({ length: bins }, (_, bin) => {
    const random = seeded(bin + 1);
    return Array.from({ length: frames }, () => [random() - 0.5, random() - 0.5]);
  });
  const part = (which: number): Float32Array =>
    Float32Array.from(rows.flatMap((row) => row.map((number) => number[which])));
  return { real: part(0), imag: part(1), shape: [bins, frames] };
}

/** The first `count` values of each bin. */
const starts = ({ real, imag, shape: [bins, steps] }: ComplexMatrix, count: number): number[] =>
  Array.from({ length: bins }, (_, b) =>
    [real, imag].flatMap((part) => [...part.subarray(b * steps, b * steps + count)]),
  ).flat();

// Bins are stretched in chunks of 4,096 numbers: several, one, or a part of one.
test.each([
  [3, 5000],
  [3, 4096],
  [40, 1000],
])('%i bins of %i frames begin as those of fewer frames', (bins, frames) => {
  const options = { rate: 1.3, nFft: 2 * (bins - 1), hopLength: 1 };
  const long = phaseVocoder(spectrum(bins, frames), options);
  const short = phaseVocoder(spectrum(bins, 200), options);
  expect(long.shape).toEqual([bins, Math.ceil(frames / 1.3)]);
  expect(starts(long, 150)).toEqual(starts(short, 150));
});

test('at the same speed it is what it was', () => {
  const { real, imag, shape } = phaseVocoder(spectrum(5, 60), { rate: 1 });
  // Phases are summed in float32.
  expect(real).toBeAllclose(spectrum(5, 60).real, { rtol: 0, atol: 1e-4 });
  expect(imag).toBeAllclose(spectrum(5, 60).imag, { rtol: 0, atol: 1e-4 });
  expect(shape).toEqual([5, 60]);
});

test.each([
  [0.5, 20],
  [0.7, 15],
  [3, 4],
  [100, 1],
])('at a rate of %d, 10 frames are %i', (rate, steps) => {
  expect(phaseVocoder(spectrum(2, 10), { rate, hopLength: 1 }).shape).toEqual([2, steps]);
});

test('between two frames a magnitude lies on a straight line, and falls to silence at the end', () => {
  // Magnitudes of 1, 3 and 5 at an angle of 1; that of the silence after them is 0.
  const [real, imag] = [Math.cos(1), Math.sin(1)].map((part) =>
    Float32Array.of(part, 3 * part, 5 * part),
  );
  const stretched = phaseVocoder(
    { real, imag, shape: [1, 3] },
    { rate: 0.5, nFft: 1, hopLength: 1 },
  );
  const expected = [1, 2, 3, 4, 5].map((magnitude) => magnitude * Math.cos(1));
  // Cosines and sines within 1e-9, in float32.
  expect(stretched.real).toBeAllclose([...expected, 2.5], { rtol: 1e-6, atol: 0 });
});
