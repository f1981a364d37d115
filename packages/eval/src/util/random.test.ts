import { expect, it } from 'vitest';
import { createRandom, shuffled } from './random.ts';

it('gives the same numbers for a seed, and unlike ones for its neighbour', () => {
  const draw = (seed: number): number[] => {
    const random = createRandom('test', seed);
    return Array.from({ length: 20 }, () => random(999));
  };
  expect(draw(7)).toEqual(draw(7));
  const [a, b] = [draw(0), draw(1)];
  expect(a.filter((x, i) => Math.abs(x - b[i]) < 10).length).toBeLessThan(4);
});

it('puts every value in every place equally often', () => {
  const random = createRandom('test', 3);
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  const runs = 4000;
  for (let run = 0; run < runs; run++) {
    shuffled([0, 1, 2, 3], random).forEach((value, place) => {
      counts[place][value]++;
    });
  }
  // Five standard deviations of a binomial with p = 1/4.
  const tolerance = 5 * Math.sqrt((runs * 3) / 16);
  for (const count of counts.flat()) {
    expect(Math.abs(count - runs / 4)).toBeLessThan(tolerance);
  }
});

it.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses the seed %d', (seed) => {
  expect(() => createRandom('f', seed)).toThrow('f: `seed` must be an integer in [0, 2^32), got');
});
