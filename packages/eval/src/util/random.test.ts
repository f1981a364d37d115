import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number): number[] => {
  const random = createRandom('test', seed);
  return Array.from({ length: 20 }, () => random(999));
};

it('gives the same numbers for a seed', () => {
  expect(draw(7)).toEqual(draw(7));
});

it('gives unlike numbers for neighbouring seeds', () => {
  const [a, b] = [draw(0), draw(1)];
  expect(a.filter((x, i) => Math.abs(x - b[i]) < 10).length).toBeLessThan(4);
});

it.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses the seed %d', (seed) => {
  expect(() => createRandom('f', seed)).toThrow(
    'f: `seed` must be a whole number in [0, 2^32), got',
  );
});
