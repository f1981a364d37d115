import { expect, it } from 'vitest';
import { clock, inWords, percent } from './format.ts';

it.each([
  [0, '0:00.0'],
  [3.24, '0:03.2'],
  [59.97, '1:00.0'],
  [1800, '30:00.0'],
  [3723.9, '1:02:03'],
])('shows %d s as %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

it.each([
  [3.24, '3.2 seconds'],
  [89, '89.0 seconds'],
  [1800, '30 minutes'],
])('says %d s as %s', (seconds, text) => {
  expect(inWords(seconds)).toBe(text);
});

it.each([
  [0.625, '63\u00a0%'],
  [1, '100\u00a0%'],
])('shows a score of %d as %s', (score, text) => {
  expect(percent(score)).toBe(text);
});
