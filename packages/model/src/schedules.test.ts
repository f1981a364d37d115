import { describe, expect, it } from 'vitest';
import { cosineDecay, oneCycle } from './schedules.ts';

describe('oneCycle', () => {
  it("is PyTorch's OneCycleLR", () => {
    const rate = oneCycle(0.1);
    // The formula of PyTorch's documentation (cosine annealing, two phases), evaluated in Python for 10 steps.
    const expected = [
      0.004, 0.052, 0.1, 0.0950485, 0.0811746, 0.0611262, 0.0388742, 0.0188258, 0.0049519, 4e-7,
    ];
    for (const [step, value] of expected.entries()) expect(rate(step, 10)).toBeCloseTo(value, 6);
  });
});

describe('cosineDecay', () => {
  it('falls from the rate to its share alpha', () => {
    const rate = cosineDecay(0.2, { alpha: 0.1 });
    expect(rate(0, 100)).toBe(0.2);
    expect(rate(50, 100)).toBeCloseTo(0.11, 12);
    expect(rate(100, 100)).toBeCloseTo(0.02, 12);
  });

  it('refuses a rate that is none', () => {
    expect(() => cosineDecay(0)).toThrow('the rate must be > 0, got 0');
  });
});
