import { expect, it } from 'vitest';
import { windowAt } from './window-at.ts';

const windows = [0, 1, 2].map((start) => ({
  start,
  end: start + 3,
  scores: [],
  speech: true,
  familiar: null,
}));

it.each([
  [0, 0],
  [1.9, 0],
  [2.1, 1],
  [3.1, 2],
  [5, 2],
])('at %d s is the window from %d s on', (time, start) => {
  expect(windowAt({ length: 3, windows }, time, 5)?.start).toBe(start);
});

it('is none beyond the end, or before any is there', () => {
  expect(windowAt({ length: 3, windows }, 5.1, 5)).toBeUndefined();
  expect(windowAt({ length: 3, windows: [] }, 1, 5)).toBeUndefined();
});
