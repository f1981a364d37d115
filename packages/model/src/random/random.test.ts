import { describe, expect, it } from 'vitest';
import { beta, createRandom, normal } from './random.ts';

const draw = (n: number, f: () => number) => Array.from({ length: n }, f);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

describe('createRandom', () => {
  it('gives unrelated first numbers for neighbouring seeds', () => {
    const first = draw(
      1000,
      (() => {
        let seed = 0;
        return () => createRandom(seed++)();
      })(),
    );
    // Uniform: mean 1/2 and variance 1/12; four standard errors of 1,000 draws.
    expect(mean(first)).toBeGreaterThan(0.5 - 4 * Math.sqrt(1 / 12 / 1000));
    expect(mean(first)).toBeLessThan(0.5 + 4 * Math.sqrt(1 / 12 / 1000));
    expect(variance(first)).toBeCloseTo(1 / 12, 1);
    expect(createRandom(5)()).toBe(createRandom(5)());
  });
});

describe('normal and beta', () => {
  it('have their mean and variance', () => {
    const random = createRandom(1);
    const normals = draw(20_000, () => normal(random));
    // Tolerances of some four standard errors.
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(variance(normals)).toBeCloseTo(1, 1);
    for (const a of [0.3, 1, 4]) {
      const betas = draw(20_000, () => beta(random, a, a));
      expect(Math.abs(mean(betas) - 0.5)).toBeLessThan(0.015);
      expect(Math.abs(variance(betas) - 1 / (4 * (2 * a + 1)))).toBeLessThan(0.01);
      expect(betas.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });
});
