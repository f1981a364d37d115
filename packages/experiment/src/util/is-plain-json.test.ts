import { expect, it } from 'vitest';
import { isPlainJson } from './is-plain-json.ts';

/** A list in a list, so many deep. */
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

it.each([null, true, '', 'a', 0, -1.5, [], {}, [1, [null]], { a: { b: ['c'] } }, nested(20)])(
  'is %j',
  (value) => {
    expect(isPlainJson(value)).toBe(true);
  },
);

it.each([
  ['nothing', undefined],
  ['a number that JSON has not', Number.NaN],
  ['a large integer', 1n],
  ['a function', () => 1],
  ['an object of a class', new Map()],
  ['a date', new Date(0)],
  ['one of these in a list', [1, undefined]],
  ['one of these in an object', { a: { b: Number.POSITIVE_INFINITY } }],
  ['a list nested 21 deep', nested(21)],
])('is not %s', (_, value) => {
  expect(isPlainJson(value)).toBe(false);
});
