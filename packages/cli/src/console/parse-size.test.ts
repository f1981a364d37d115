import { expect, it } from 'vitest';
import { parseSize } from './parse-size.ts';

it.each([
  ['0', 0],
  ['1000', 1000],
  ['7B', 7],
  ['1K', 1024],
  ['500M', 524_288_000],
  ['1.5g', 1_610_612_736],
  [' 20 GiB ', 21_474_836_480],
  ['2tb', 2_199_023_255_552],
  ['0.3', 0],
])('reads %j', (text, expected) => {
  expect(parseSize(text)).toBe(expected);
});

it.each(['', 'much', '-1', '1P', '4 G B', '99999999T', 'Infinity', '1e9', 'K', '.5G'])(
  'takes %j for none',
  (text) => {
    expect(parseSize(text)).toBeUndefined();
  },
);
