import { expect, it } from 'vitest';
import { cacheLimit } from './cache-limit.ts';

it.each([
  [undefined, 4_294_967_296],
  ['', 4_294_967_296],
  ['0', 0],
  ['1000', 1000],
  ['1K', 1024],
  ['500M', 524_288_000],
  ['1.5g', 1_610_612_736],
  ['20 GiB', 21_474_836_480],
  ['2tb', 2_199_023_255_552],
])('of %j', (text, expected) => {
  expect(cacheLimit({ SER_CACHE_SIZE: text })).toBe(expected);
});

it.each(['much', '-1', '1P', '4 G B', '99999999T', 'Infinity'])('refuses %j', (text) => {
  expect(() => cacheLimit({ SER_CACHE_SIZE: text })).toThrow(
    expect.objectContaining({
      code: 'wrong-usage',
      message: `SER_CACHE_SIZE must be a number of bytes, or one with K, M, G or T such as 500M or 20G, got ${JSON.stringify(text)}`,
    }),
  );
});
