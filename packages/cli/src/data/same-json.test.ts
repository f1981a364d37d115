import { expect, it } from 'vitest';
import { isSameJson } from './same-json.ts';

it('takes no notice of the order of fields, nor of those that are undefined', () => {
  expect(isSameJson({ a: 1, b: undefined, c: [2] }, { c: [2], a: 1 })).toBe(true);
});

it('tells other values apart', () => {
  expect(isSameJson({ a: 1 }, { a: 2 })).toBe(false);
  expect(isSameJson({ a: null }, {})).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
});
