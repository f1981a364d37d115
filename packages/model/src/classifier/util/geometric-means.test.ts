import { describe, expect, it } from 'vitest';
import { geometricMeans } from './geometric-means.ts';

/** The results are float32. */
const FLOAT32 = { rtol: 1e-6 };

describe('geometricMeans', () => {
  it('multiplies probabilities, takes the root and normalises', () => {
    const rows = Float32Array.of(0.9, 0.1, 0.5, 0.5);
    // sqrt(0.9 · 0.5) : sqrt(0.1 · 0.5) is 3 : 1.
    expect(geometricMeans(rows, 2, [2])).toBeAllclose([0.75, 0.25], FLOAT32);
  });

  it('takes the root by the number of rows', () => {
    const rows = Float32Array.of(0.8, 0.2, 0.5, 0.5, 0.5, 0.5);
    const ratio = 4 ** (1 / 3);
    expect(geometricMeans(rows, 2, [3])).toBeAllclose(
      [ratio / (1 + ratio), 1 / (1 + ratio)],
      FLOAT32,
    );
  });

  it('keeps the rows of each mean together, and one row as it is', () => {
    const rows = Float32Array.of(0.9, 0.1, 0.7, 0.30000001192092896, 0.5, 0.5);
    const means = geometricMeans(rows, 2, [1, 2]);
    expect(means.subarray(0, 2)).toEqual(rows.subarray(0, 2));
    const ratio = Math.sqrt(7 / 3);
    expect(means.subarray(2)).toBeAllclose([ratio / (1 + ratio), 1 / (1 + ratio)], FLOAT32);
  });

  it('sets the one class of a sigmoid against none', () => {
    expect(geometricMeans(Float32Array.of(0.9, 0.5), 1, [2])).toBeAllclose([0.75], FLOAT32);
  });

  it('lets no zero decide alone, and two of them leave numbers', () => {
    const means = geometricMeans(Float32Array.of(0, 1, 1, 0), 2, [2]);
    expect([...means]).toEqual([0.5, 0.5]);
    // 0 counts for 2^-126.
    const [first] = geometricMeans(Float32Array.of(0, 1, 0.5, 0.5), 2, [2]);
    expect(first).toBeAllclose(2 ** -63, FLOAT32);
  });
});
