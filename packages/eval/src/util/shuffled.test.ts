import { expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { shuffled } from './shuffled.ts';

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
  expect(counts.flat()).toBeAllclose(Array(16).fill(runs / 4), { rtol: 0, atol: tolerance });
});

it('draws the order that published splits were drawn with, and leaves its argument alone', () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(shuffled(values, createRandom('test', 5))).toEqual([6, 2, 8, 0, 3, 4, 1, 7, 5, 9]);
  expect(values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
