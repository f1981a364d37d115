import { expect, it } from 'vitest';
import { deriveSeed } from './derive-seed.ts';

it('gives the same number for the same path and others for other paths', () => {
  expect(deriveSeed(7, 1, 2)).toBe(deriveSeed(7, 1, 2));
  const seeds = new Set<number>();
  for (let seed = 0; seed < 10; seed++) {
    for (let a = 0; a < 30; a++) {
      for (let b = 0; b < 30; b++) seeds.add(deriveSeed(seed, a, b));
    }
  }
  // 9,000 draws of 32 bits: the birthday bound expects 0.01 collisions.
  expect(seeds.size).toBe(9000);
});

it('gives the numbers that every run so far was made with', () => {
  const paths = [[0], [7], [7, 1], [7, 1, 2], [7, 2, 1], [2 ** 32 - 1, 3]] as const;
  expect(paths.map(([seed, ...path]) => deriveSeed(seed, ...path))).toEqual([
    0, 415870660, 3614326614, 2825231386, 350778875, 3910944271,
  ]);
});

it('stays within 32 bits', () => {
  for (const seed of [0, -1, 2 ** 31, 123456789]) {
    const derived = deriveSeed(seed, 3);
    expect(Number.isInteger(derived) && derived >= 0 && derived < 2 ** 32).toBe(true);
  }
});
