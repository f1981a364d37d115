import { expect, test } from 'vitest';
import { countOf, framesWhere, framesWhereOrAll, runsOf } from './masks.ts';

test('frames for which a condition holds, inside of a range', () => {
  expect([...framesWhere(2, 9, (t) => t % 3 === 0)]).toEqual([3, 6]);
  expect([...framesWhere(3, 3, () => true)]).toEqual([]);
  expect([...framesWhere(3, -3, () => true)]).toEqual([]);
});

test('where it holds for five of them at most, all of the range', () => {
  expect([...framesWhereOrAll(1, 9, (t) => t < 6)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...framesWhereOrAll(1, 9, (t) => t < 7)]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('runs, at both ends too', () => {
  expect(runsOf(Uint8Array.of(1, 1, 0, 1, 0, 0, 1))).toEqual([
    [0, 2],
    [3, 4],
    [6, 7],
  ]);
  expect(runsOf(new Uint8Array(3))).toEqual([]);
});

test('how many there are', () => {
  expect(countOf(Uint8Array.of(1, 0, 1, 1))).toBe(3);
});
