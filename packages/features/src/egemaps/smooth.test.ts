import { expect, test } from 'vitest';
import { smooth, smoothNonZero } from './smooth.ts';

test('a value is the mean of itself and its neighbours, at the ends of itself twice', () => {
  expect(smooth(Float32Array.of(3, 6, 0, 9))).toEqual(Float32Array.of(4, 3, 5, 6));
  expect(smooth(Float32Array.of(7))).toEqual(Float32Array.of(7));
});

test('where 0 is no value it stays, and counts in no mean', () => {
  const track = Float32Array.of(3, 6, 0, 8, 0, 0, 2, 4);
  expect(smoothNonZero(track)).toBeAllclose([4, 4.5, 0, 8, 0, 0, 3, 10 / 3], {
    rtol: 1e-7,
    atol: 0,
  });
});
