import { describe, expect, it } from 'vitest';
import { familiarityThreshold } from './familiarity-threshold.ts';

describe('familiarityThreshold', () => {
  it('is the 99th percentile, in whatever order', () => {
    expect(familiarityThreshold(Array.from({ length: 101 }, (_, i) => 100 - i))).toBe(99);
  });

  it('lies between two distances as numpy has it', () => {
    // numpy.percentile(range(200), 99) is 197.01.
    expect(familiarityThreshold(Float64Array.from({ length: 200 }, (_, i) => i))).toBeAllclose(
      197.01,
      {
        atol: 1e-9, // doubles
      },
    );
  });

  it('leaves what it was given as it was', () => {
    const distances = Float64Array.from({ length: 100 }, (_, i) => 100 - i);
    familiarityThreshold(distances);
    expect(distances[0]).toBe(100);
  });

  it('is the distance where all are the same', () => {
    expect(familiarityThreshold(new Float32Array(100).fill(1.5))).toBe(1.5);
  });

  it.each([
    [new Float64Array(99), '`distances` must be 100 or more, got 99'],
    [new Float64Array(100).fill(Number.NaN), '`distances` must be finite and at least 0, got NaN'],
    [new Float64Array(100).fill(-1), '`distances` must be finite and at least 0, got -1'],
    [
      new Float64Array(100).fill(Number.POSITIVE_INFINITY),
      '`distances` must be finite and at least 0, got Infinity',
    ],
  ])('refuses %o', (distances, complaint) => {
    expect(() => familiarityThreshold(distances)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: `familiarityThreshold: ${complaint}`,
      }),
    );
  });
});
