import { expect, test } from 'vitest';
import { naturalOrder } from './natural-order.ts';

test('numbers in names count by their value', () => {
  const names = ['actor 10', '2', 'actor 9', '10', '1'];
  expect(names.sort(naturalOrder)).toEqual(['1', '2', '10', 'actor 9', 'actor 10']);
});

test('names that differ never tie, whichever comes first', () => {
  expect(['1', '01', '001'].sort(naturalOrder)).toEqual(['001', '01', '1']);
  expect(['001', '01', '1'].sort(naturalOrder)).toEqual(['001', '01', '1']);
  expect(naturalOrder('01', '01')).toBe(0);
});

test('all else counts by its code units, and what ends first stands first', () => {
  const names = ['b', 'a1b', 'a1', 'B', 'a', '', 'ä', 'a1b2'];
  expect(names.sort(naturalOrder)).toEqual(['', 'B', 'a', 'a1', 'a1b', 'a1b2', 'b', 'ä']);
});

test('numbers beyond all counting never tie either', () => {
  const long = '9'.repeat(400);
  expect(naturalOrder(long, `${long}9`)).toBe(-1);
  expect(naturalOrder(`${long}9`, long)).toBe(1);
});
