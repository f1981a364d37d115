import { expect, test } from 'vitest';
import { amplitudeToDb, powerToDb } from '../index.ts';

const data = Float32Array.of(1, 0.5, 0, 1e-3);

test('a value a frame gives a value a frame: that of a matrix of one row', () => {
  const shape = [1, 4] as const;
  expect(powerToDb(data, { ref: 'max' })).toEqual(powerToDb({ data, shape }, { ref: 'max' }).data);
  expect(amplitudeToDb(data)).toEqual(amplitudeToDb({ data, shape }).data);
});

test('amplitudes are 20 log10 of 1, 1/2, nothing (cut at 80 below the maximum) and 1/1000', () => {
  // Written with four decimals.
  expect(amplitudeToDb(data)).toBeAllclose([0, -6.0206, -80, -60], { rtol: 0, atol: 5e-5 });
});

test('a reference of either sign is its size', () => {
  expect(powerToDb(data, { ref: -4 })).toEqual(powerToDb(data, { ref: 4 }));
});

test('no reference is quieter than the least value', () => {
  const [level] = powerToDb(data, { ref: 0, topDb: null });
  // Float32 around 100.
  expect(level).toBeAllclose(100, { rtol: 0, atol: 5e-5 });
});
