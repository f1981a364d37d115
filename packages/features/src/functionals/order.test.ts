import { expect, test } from 'vitest';
import { indicesOfGreatest, median, percentile, ranked } from './order.ts';

test('ranks are those of sorted values, without interpolation', () => {
  // Two channels of five frames; as text, 10 would come before 9.
  const values = Float64Array.of(10, -1, 9, -2, 8, -3, 7, -4, 100, -5);
  const [least, middle, greatest] = ranked({ values, frames: 5, channels: 2 }, [0.1, 0.5, 1]);
  expect([least, middle, greatest].map((each) => [...each])).toEqual([
    [7, -5],
    [9, -3],
    [100, -1],
  ]);
});

test('a rank is that at floor(p n)', () => {
  const values = Float64Array.from({ length: 20 }, (_, i) => i);
  const [low, high] = ranked({ values, frames: 20, channels: 1 }, [0.05, 0.95]);
  expect([low[0], high[0]]).toEqual([1, 19]);
});

test('percentiles lie between two values', () => {
  const sorted = Float64Array.of(1, 2, 4);
  expect([0, 25, 50, 75, 100].map((percent) => percentile(sorted, percent))).toEqual([
    1, 1.5, 2, 3, 4,
  ]);
});

test('the median of an even number is between the two in the middle', () => {
  expect(median(Float64Array.of(10, 1, 9))).toBe(9);
  expect(median(Float64Array.of(10, 1, 9, 2))).toBe(5.5);
});

test('of equal values the first are the greatest', () => {
  expect([...indicesOfGreatest(Float64Array.of(1, 3, 2, 3, 3), 3)]).toEqual([1, 3, 4]);
  expect([...indicesOfGreatest(Float64Array.of(2, 1), 3)]).toEqual([0, 1]);
});
