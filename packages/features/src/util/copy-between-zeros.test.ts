import { expect, test } from 'vitest';
import { copyBetweenZeros } from './copy-between-zeros.ts';

test.each([
  [0, [1, 2, 3, 0]],
  [1, [2, 3, 0, 0]],
  [-1, [0, 1, 2, 3]],
  [-2, [0, 0, 1, 2]],
  [-4, [0, 0, 0, 0]],
  [-9, [0, 0, 0, 0]],
  [3, [0, 0, 0, 0]],
  [9, [0, 0, 0, 0]],
])('from %i on', (start, expected) => {
  for (const out of [new Float32Array(4).fill(7), new Float64Array(4).fill(7)]) {
    copyBetweenZeros(Float32Array.of(1, 2, 3), start, out);
    expect([...out]).toEqual(expected);
  }
});
