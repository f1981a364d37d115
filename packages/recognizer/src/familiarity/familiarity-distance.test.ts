import { runInNewContext } from 'node:vm';
import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { familiarityDistance } from './familiarity-distance.ts';
import { fitFamiliarity } from './fit-familiarity.ts';

/** So many examples around a mean with a deviation, of uniform values. */
function examples(count: number, mean: number, deviation: number, seed = 1): Float32Array[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: 403 }, () => mean + deviation * Math.sqrt(12) * (random() - 0.5)),
  );
}

const CONDITIONS = fitFamiliarity(
  new Map([
    ['original', examples(200, 0, 1)],
    ['telephone', examples(200, 2, 0.5)],
  ]),
);
const all = (value: number): Float32Array => new Float32Array(403).fill(value);

describe('familiarityDistance', () => {
  it('is near 1 for examples like those of a condition', () => {
    // Of 100 uniform values, whose squares vary by 0.9 of their mean.
    for (const example of [...examples(20, 0, 1, 2), ...examples(20, 2, 0.5, 3)]) {
      expect(familiarityDistance(example, CONDITIONS)).toBeAllclose(1, { atol: 0.2 });
    }
  });

  it('is the distance to the nearest condition, in its deviations', () => {
    const near = (value: number) => familiarityDistance(all(value), CONDITIONS);
    // Means of 200 examples, in steps of 1/32, miss by some 0.07 at random.
    expect(near(-3)).toBeAllclose(3, { atol: 0.05 });
    expect(near(4)).toBeAllclose(4, { atol: 0.05 });
    expect(near(1.5)).toBeAllclose(1, { atol: 0.05 });
  });

  it('is the formula, on every fourth value from the third on', () => {
    const example = examples(1, 0, 2, 9)[0];
    const squares = CONDITIONS.conditions.map(({ means, deviations }) => {
      const terms = [...means].map((mean, k) => ((example[2 + 4 * k] - mean) / deviations[k]) ** 2);
      return terms.reduce((sum, term) => sum + term, 0) / terms.length;
    });
    expect(familiarityDistance(example, CONDITIONS)).toBeAllclose(Math.sqrt(Math.min(...squares)), {
      rtol: 1e-12, // sums of doubles
    });
  });

  it('is the mean absolute value without conditions', () => {
    expect(familiarityDistance(Float32Array.of(-1, 2, 0.5, 0))).toBe(0.875);
  });

  it.each([
    [new Float32Array(0), '`standardized` must be a Float32Array with values, got an empty one'],
    [[1, 2], '`standardized` must be a Float32Array with values, got Array'],
    [Float32Array.of(1, Number.NaN), '`standardized` must be finite, got NaN at 1'],
  ])('refuses %o', (values, complaint) => {
    expect(() => familiarityDistance(values as Float32Array)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: `familiarityDistance: ${complaint}`,
      }),
    );
  });

  it('refuses conditions of another model', () => {
    expect(() => familiarityDistance(new Float32Array(404), CONDITIONS)).toThrow(
      'familiarityDistance: `conditions` must be of examples of 404 values, got of 403; fit them with the model that they are for',
    );
  });
});

it('takes values of another frame', () => {
  const foreign: Float32Array = runInNewContext('Float32Array.of(3, -4)');
  expect(foreign).not.toBeInstanceOf(Float32Array);
  expect(familiarityDistance(foreign)).toBe(3.5);
});
