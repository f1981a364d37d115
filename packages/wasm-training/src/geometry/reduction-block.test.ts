import { expect, test } from 'vitest';
import { reductionBlock } from './reduction-block.ts';

test.each([
  { shape: [64, 162, 128], axes: [0, 1], block: { outer: 1, reduced: 10368, inner: 128 } },
  { shape: [64, 162, 128], axes: [1], block: { outer: 64, reduced: 162, inner: 128 } },
  { shape: [64, 162, 128], axes: [2], block: { outer: 10368, reduced: 128, inner: 1 } },
  { shape: [2, 3], axes: [0, 1], block: { outer: 1, reduced: 6, inner: 1 } },
  { shape: [2, 1, 3, 4], axes: [0, 2], block: { outer: 1, reduced: 6, inner: 4 } },
  { shape: [2, 3], axes: [], block: { outer: 6, reduced: 1, inner: 1 } },
  { shape: [], axes: [], block: { outer: 1, reduced: 1, inner: 1 } },
  { shape: [2, 3, 4], axes: [0, 2], block: undefined },
])('$shape over $axes', ({ shape, axes, block }) => {
  expect(reductionBlock(shape, axes)).toEqual(block);
});
