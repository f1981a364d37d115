import { expect, test } from 'vitest';
import { percentiles } from './percentiles.ts';

test('they lie between the values in order', () => {
  expect(percentiles(Float32Array.of(4, 1, 3, 2, 5), [0, 0.2, 0.5, 0.8, 1])).toBeAllclose(
    [1, 1.8, 3, 4.2, 5],
    { rtol: 1e-12, atol: 0 },
  );
});

test('of one value they are that, of none 0', () => {
  expect(percentiles(Float32Array.of(7), [0.2, 0.8])).toEqual([7, 7]);
  expect(percentiles(new Float32Array(0), [0.2, 0.8])).toEqual([0, 0]);
});

test('values stay as they are', () => {
  const values = Float32Array.of(3, 1, 2);
  percentiles(values, [0.5]);
  expect(values).toEqual(Float32Array.of(3, 1, 2));
});
