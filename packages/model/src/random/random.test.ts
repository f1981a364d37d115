import { describe, expect, it } from 'vitest';
import { beta, createRandom, normal } from './random.ts';

const draw = (n: number, f: () => number) => Array.from({ length: n }, f);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: number[]) => {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
};

/** Doubles, whose last bits engines may round in their own way. */
const DOUBLES = { rtol: 1e-12 };

describe('createRandom', () => {
  const first = Array.from({ length: 1000 }, (_, seed) => createRandom(seed)());

  it('gives uniform first numbers for neighbouring seeds, by their mean', () => {
    // Four standard errors of 1,000 draws of variance 1/12.
    const atol = 4 * Math.sqrt(1 / 12 / 1000);
    expect(mean(first)).toBeAllclose(0.5, { rtol: 0, atol });
  });

  it('gives uniform first numbers for neighbouring seeds, by their variance', () => {
    // Far more than its standard error of 0.0024.
    expect(variance(first)).toBeAllclose(1 / 12, { rtol: 0, atol: 0.05 });
  });

  it('gives the same number for the same seed', () => {
    expect(createRandom(5)()).toBe(createRandom(5)());
  });
});

it('draws the numbers that every run so far was made with', () => {
  const random = createRandom(5);
  expect(draw(3, random)).toEqual([0.9869850046587224, 0.09233188990176422, 0.9866908630762572]);
});

describe('normal', () => {
  it('draws the numbers that every run so far was made with', () => {
    const seeded = createRandom(5);
    const expected = [2.464618663825916, -1.0018081209424334];
    expect(draw(2, () => normal(seeded))).toBeAllclose(expected, DOUBLES);
  });

  const random = createRandom(1);
  const normals = draw(20_000, () => normal(random));

  it('has the mean 0', () => {
    // Seven standard errors.
    expect(mean(normals)).toBeAllclose(0, { rtol: 0, atol: 0.05 });
  });

  it('has the variance 1', () => {
    // Five standard errors.
    expect(variance(normals)).toBeAllclose(1, { rtol: 0, atol: 0.05 });
  });
});

it.each([
  [0.3, [0.9869689448073151, 0.2859835230133539]],
  [1, [0.8453009525501556, 0.027192730757760172]],
  [4, [0.7105888655195033, 0.13934552085371302]],
])('beta of %d draws the numbers that every run so far was made with', (a, expected) => {
  const random = createRandom(5);
  expect([beta(random, a, a), beta(random, a, 2 * a)]).toBeAllclose(expected, DOUBLES);
});

it('beta tells its two parameters apart', () => {
  const random = createRandom(1);
  // The mean is a / (a + b); five standard errors and more.
  const betas = draw(5000, () => beta(random, 1, 3));
  expect(mean(betas)).toBeAllclose(0.25, { rtol: 0, atol: 0.015 });
});

describe.each([0.3, 1, 4])('beta of a = b = %d', (a) => {
  const random = createRandom(1);
  const betas = draw(20_000, () => beta(random, a, a));

  it('has the mean 1/2', () => {
    // Five standard errors and more.
    expect(mean(betas)).toBeAllclose(0.5, { rtol: 0, atol: 0.015 });
  });

  it('has its variance', () => {
    // Ten standard errors and more.
    expect(variance(betas)).toBeAllclose(1 / (4 * (2 * a + 1)), { rtol: 0, atol: 0.01 });
  });

  it('stays in [0, 1]', () => {
    expect(betas.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});
