import { expect, it } from 'vitest';
import { listNames } from './list-names.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d, e'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and 1 more'],
])('%j', (names, text) => {
  expect(listNames(names)).toBe(text);
});
