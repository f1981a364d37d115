import { expect, it } from 'vitest';
import { figure, interval, percent, points, table, withInterval } from './format.ts';

const bounded = { value: 0.65625, low: 0.59, high: 0.7301 };
const single = { value: 0.5, low: null, high: null };

it('writes figures with three digits', () => {
  expect(figure(0.65625)).toBe('0.656');
});

it('writes shares in whole percent', () => {
  expect([percent(0.126), percent(0), percent(1)]).toEqual(['13 %', '0 %', '100 %']);
});

it('writes bounds where there are any', () => {
  expect([interval(bounded), interval(single)]).toEqual(['0.590 to 0.730', '–']);
  expect(withInterval(bounded)).toBe('0.656 (0.590 to 0.730)');
  expect(withInterval(single)).toBe('0.500');
});

it('writes a cost in points', () => {
  expect(points({ value: 0.0123, low: -0.0004, high: 0.1 })).toBe('1.2 (0.0 to 10.0)');
  expect(points({ value: -0.043, low: null, high: null })).toBe('-4.3');
});

it('writes a table', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
