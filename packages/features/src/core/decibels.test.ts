import { expect, test } from 'vitest';
import { amplitudeToDb, powerToDb } from '../index.ts';

test('a value a frame gives a value a frame: that of a matrix of one row', () => {
  const data = Float32Array.of(1, 0.5, 0, 1e-3);
  const shape = [1, 4] as const;
  expect(powerToDb(data, { ref: 'max' })).toEqual(powerToDb({ data, shape }, { ref: 'max' }).data);
  expect(amplitudeToDb(data)).toEqual(amplitudeToDb({ data, shape }).data);
  // 20 log10 of 1, 1/2, nothing (cut at 80 below the maximum) and 1/1000.
  const expected = [0, -6.0206, -80, -60];
  const levels = amplitudeToDb(data);
  for (const i of expected.keys()) expect(levels[i]).toBeCloseTo(expected[i], 4);
});

test('a reference of either sign is its size, and none is quieter than the least value', () => {
  const data = Float32Array.of(4, 1);
  expect(powerToDb(data, { ref: -4 })).toEqual(powerToDb(data, { ref: 4 }));
  expect(powerToDb(data, { ref: 0, topDb: null })[1]).toBeCloseTo(100, 4);
});
