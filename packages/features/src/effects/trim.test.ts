import { expect, test } from 'vitest';
import { trim } from './trim.ts';

const loud = (length: number, from: number, to: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => (i >= from && i < to ? 0.5 : 0));

test('the samples are those between start and end, and not copied', () => {
  const samples = loud(20_000, 8000, 12_000);
  const trimmed = trim(samples);
  expect([trimmed.start, trimmed.end]).toEqual([7168, 13_312]);
  expect(trimmed.samples).toEqual(samples.subarray(7168, 13_312));
  expect(trimmed.samples.buffer).toBe(samples.buffer);
});

test('nothing is left of silence', () => {
  const { samples, start, end } = trim(new Float32Array(5000), { ref: 1 });
  expect([samples.length, start, end]).toEqual([0, 0, 0]);
});

test('sound up to the end is not cut beyond it', () => {
  expect(trim(loud(5000, 0, 5000)).end).toBe(5000);
});

test('a frame at the threshold is silence', () => {
  // Constant sound: all frames but those at the ends have the RMS of the reference, 0 dB.
  const { start, end } = trim(loud(8192, 0, 8192), { topDb: 0 });
  expect([start, end]).toEqual([0, 0]);
});
