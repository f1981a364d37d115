import { describe, expect, it } from 'vitest';
import { cosineDecay, oneCycle } from './schedules.ts';

describe('oneCycle', () => {
  it("is PyTorch's OneCycleLR", () => {
    const rate = oneCycle(0.1);
    // The formula of PyTorch's documentation (cosine annealing, two phases), evaluated in Python
    // for 10 steps.
    const expected = [
      0.004, 0.052, 0.1, 0.0950485, 0.0811746, 0.0611262, 0.0388742, 0.0188258, 0.0049519, 4e-7,
    ];
    for (const [step, value] of expected.entries()) expect(rate(step, 10)).toBeCloseTo(value, 6);
  });

  it('peaks in the first step when the rise has no room for another', () => {
    const rate = oneCycle(0.1, { pctStart: 0.1 });
    expect(rate(0, 10)).toBeCloseTo(0.1, 12);
    expect(rate(9, 10)).toBeCloseTo(4e-7, 12);
    expect(oneCycle(0.1, { pctStart: 0 })(0, 1)).toBeLessThanOrEqual(0.1);
  });

  it.each([{ pctStart: 1 }, { divFactor: 0 }, { finalDivFactor: Number.NaN }])(
    'refuses %j',
    (options) => {
      expect(() => oneCycle(0.1, options)).toThrow(`oneCycle: \`${Object.keys(options)[0]}\``);
    },
  );
});

describe('cosineDecay', () => {
  it('falls from the rate to its share alpha', () => {
    const rate = cosineDecay(0.2, { alpha: 0.1 });
    expect(rate(0, 100)).toBe(0.2);
    expect(rate(50, 100)).toBeCloseTo(0.11, 12);
    expect(rate(100, 100)).toBeCloseTo(0.02, 12);
  });

  it('refuses a rate that is none', () => {
    expect(() => cosineDecay(0)).toThrow('cosineDecay: `rate` must be > 0 and finite, got 0');
  });
});
