import { expect, test } from 'vitest';
import { cached } from './cached.ts';

test('a value is made once, and a cache never holds more than its size', () => {
  const cache = new Map<number, string>();
  const made: number[] = [];
  const get = (key: number): string =>
    cached(cache, 3, key, () => {
      made.push(key);
      return `value ${key}`;
    });
  for (const key of [1, 2, 3, 1, 2, 3]) expect(get(key)).toBe(`value ${key}`);
  expect(made).toEqual([1, 2, 3]);
  get(4);
  expect([...cache.keys()]).toEqual([4]);
});

test('what could not be made is not kept', () => {
  const cache = new Map<string, number>();
  const fails = (): number => {
    throw new Error('no');
  };
  expect(() => cached(cache, 3, 'a', fails)).toThrow('no');
  expect(cached(cache, 3, 'a', () => 1)).toBe(1);
});
