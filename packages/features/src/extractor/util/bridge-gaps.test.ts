import { expect, test } from 'vitest';
import { bridgeGaps } from './bridge-gaps.ts';

const X = Number.NaN;

test.each([
  ['nothing', [], []],
  ['no gap', [3, 1], [3, 1]],
  ['a gap between numbers', [1, X, X, X, 5], [1, 2, 3, 4, 5]],
  ['a gap at the start', [X, X, 4, 2], [4, 4, 4, 2]],
  ['a gap at the end', [1, 2, X, X], [1, 2, 2, 2]],
  ['two gaps', [2, X, 0, X, 1], [2, 1, 0, 0.5, 1]],
  ['no number', [X, X], [0, 0]],
  ['one number', [X, 7, X], [7, 7, 7]],
])('%s', (_, values, bridged) => {
  const data = Float32Array.from(values);
  bridgeGaps(data);
  expect(Array.from(data)).toEqual(bridged);
});
