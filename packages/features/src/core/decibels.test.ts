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

test('silence is -100 dB of either, where nothing is cut', () => {
  const silence = new Float32Array(1);
  expect([...powerToDb(silence, { topDb: null })]).toEqual([-100]);
  expect([...amplitudeToDb(silence, { topDb: null })]).toEqual([-100]);
});

test('subnormal and infinite values, and what is not a number, are what a logarithm makes of them', () => {
  const odd = Float32Array.of(1e-45, Number.POSITIVE_INFINITY, Number.NaN, 1);
  const levels = powerToDb(odd, { topDb: null, aMin: 1e-320 });
  // Float32 of 10 log10(2 ** -149).
  expect([...levels]).toBeAllclose([-448.5347, Number.POSITIVE_INFINITY, Number.NaN, 0], {
    rtol: 1e-6,
    atol: 0,
  });
});

// The kernel takes 16,384 values at a time.
test.each([16_383, 16_384, 16_385, 40_001])('%i values are converted each by itself', (length) => {
  const values = Float32Array.from({ length }, (_, i) => 1e-4 + (i % 1000));
  const expected = Array.from(values, (x) => 10 * Math.log10(x));
  // Half a step of float32.
  expect(powerToDb(values, { topDb: null })).toBeAllclose(expected, { rtol: 2 ** -23, atol: 1e-6 });
  expect(powerToDb(values, { topDb: null })[length - 1]).toBeAllclose(expected[length - 1], {
    rtol: 2 ** -23,
    atol: 1e-6,
  });
});

test.each([powerToDb, amplitudeToDb])('%o: a range of 0 dB leaves the loudest level alone', (f) => {
  const levels = f(Float32Array.of(1, 0.5, 0.001), { topDb: 0 });
  expect(new Set(levels)).toEqual(new Set([0]));
});
