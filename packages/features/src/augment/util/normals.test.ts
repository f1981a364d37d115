import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { normals } from './normals.ts';

test('two uniform numbers make two normal ones', () => {
  // e^(-1/2) makes a radius of 1, an eighth of a turn an angle of 45°.
  const numbers = [1 - Math.exp(-0.5), 0.125, 1 - Math.exp(-2), 0.5];
  const values = normals(4, () => numbers.shift() ?? Number.NaN);
  expect(values).toBeAllclose([Math.SQRT1_2, Math.SQRT1_2, -2, 0], { rtol: 0, atol: 1e-15 });
});

test.each([
  [0, 0],
  [1, 2],
  [2, 2],
  [5, 6],
])('%i numbers take %i draws', (count, draws) => {
  let drawn = 0;
  const random = seeded(1);
  const values = normals(count, () => {
    drawn++;
    return random();
  });
  expect([values.length, drawn]).toEqual([count, draws]);
});

test('they have no mean, a deviation of 1, and a kurtosis of 3', () => {
  const values = normals(40_000, seeded(9));
  const mean = (power: number): number =>
    values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  // Four standard errors.
  expect(mean(1)).toBeAllclose(0, { rtol: 0, atol: 0.02 });
  expect(mean(2)).toBeAllclose(1, { rtol: 0, atol: 0.03 });
  expect(mean(4)).toBeAllclose(3, { rtol: 0, atol: 0.2 });
});
