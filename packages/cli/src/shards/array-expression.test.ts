import { expect, it } from 'vitest';
import { arrayExpression } from './array-expression.ts';

it.each([
  ['', []],
  ['0', [0]],
  ['0-1', [0, 1]],
  ['3,7-9', [9, 3, 8, 7, 3]],
  ['0-2,4,6-7,11', [0, 1, 2, 4, 6, 7, 11]],
])('%s', (expected, indices) => {
  expect(arrayExpression(indices)).toBe(expected);
});
