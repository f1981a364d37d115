import { expect, it } from 'vitest';
import { listed } from './listed.ts';

it('names a few', () => {
  expect(listed(['a', 1])).toBe('a, 1');
});

it('says that there are none', () => {
  expect(listed([])).toBe('none');
});

it('counts the rest of many', () => {
  expect(listed(Array(100_000).keys())).toMatch(/^0, 1, .* 19 and 99980 more$/);
});
