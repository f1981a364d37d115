import { expect, test } from 'vitest';
import { turningPoints } from './turning-points.ts';

/** Peaks as they are, valleys with a minus. */
const turns = (...contour: number[]): number[] =>
  turningPoints(Float32Array.from(contour)).map(({ peak, at }) => (peak ? at : -at));

test('a contour turns where it rises and falls by more than a tenth of its range', () => {
  expect(turns(0, 5, 10, 5, 0, 5, 9, 5, 0)).toEqual([2, -4, 6]);
  expect(turns(0, 5, 10, 8, 8.9, 8.5, 0, 5, 9, 5, 0)).toEqual([2, -6, 8]);
  // 0.9 is too little.
  expect(turns(0, 0, 10, 0, 0.9, 0.5, 1, 1, 1)).toEqual([2, -3]);
});

test('a later maximum takes the peak where it is clearly higher, or has risen by itself', () => {
  expect(turns(0, 0, 9, 8.5, 9.2, 8, 0, 0, 0)).toEqual([2]);
  expect(turns(0, 0, 9, 8.5, 10, 8, 0, 0, 0)).toEqual([4]);
  expect(turns(0, 0, 9.8, 8.9, 10, 8, 0, 1, 1)).toEqual([4, -6]);
});

test('a lower minimum takes the valley, but only a deep one what the next peak rises from', () => {
  // From 0.5 the maximum of 1.6 has risen by more than 1, from the minimum before it and from the
  // valley's first place, 1.2, it has not.
  expect(turns(10, 10, 1.2, 1.4, 0.5, 0.9, 0.8, 1.6, 1.5, 1.5, 1.5)).toEqual([-4]);
  expect(turns(10, 10, 1.2, 1.6, 0.5, 0.9, 0.8, 1.6, 1.5, 1.5, 1.5)).toEqual([-4, 7]);
  expect(turns(9, 9, 3, 3.5, 1, 5, 9, 9, 9)).toEqual([-4]);
});

test('before the first point a maximum may rise from the start, or from the minimum before it', () => {
  expect(turns(1, 1, 0.5, 1.9, 0.2, 10, 3, 3, 3)).toEqual([3, -4, 5]);
});

test('the last two values of each side do not turn it', () => {
  expect(turns(0, 9, 0, 0, 0, 0, 9, 0)).toEqual([]);
});

test('flat, short and empty contours do not turn', () => {
  expect(turns(1, 1, 1, 1, 1, 1)).toEqual([]);
  expect(turns(1, 2)).toEqual([]);
  expect(turns()).toEqual([]);
});
