import { describe, expect, it } from 'vitest';
import { beta, createRandom, normal } from './random.ts';

const draw = (n: number, f: () => number) => Array.from({ length: n }, f);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

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

describe('normal', () => {
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
