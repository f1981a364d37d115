import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number): number[] => {
  const random = createRandom('test', seed);
  return Array.from({ length: 20 }, () => random(999));
};

it('gives the same numbers for a seed', () => {
  expect(draw(7)).toEqual(draw(7));
});

it.each([
  [0, [396, 591, 285, 112, 315, 731, 779, 855]],
  [41, [384, 955, 692, 858, 984, 945, 667, 17]],
])('gives the numbers that published splits were drawn with: seed %i', (seed, numbers) => {
  expect(draw(seed).slice(0, 8)).toEqual(numbers);
});

it('draws both ends', () => {
  const random = createRandom('test', 5);
  const drawn = new Set(Array.from({ length: 100 }, () => random(2)));
  expect(drawn).toEqual(new Set([0, 1, 2]));
});

it.each([0, 2 ** 32 - 1])('takes the seed %d', (seed) => {
  expect(() => createRandom('f', seed)).not.toThrow();
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
