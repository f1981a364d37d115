import { describe, expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { topKAccuracyScore } from './top-k-accuracy-score.ts';

const cases = scoreCases.flatMap((golden) =>
  Object.entries(golden.expected.topK).map(([k, expected]) => ({ golden, k: Number(k), expected })),
);

describe('topKAccuracyScore', () => {
  it.each(cases)('equals scikit-learn: $golden.name, k $k', ({ golden, k, expected }) => {
    const score = topKAccuracyScore(golden.yTrue, golden.yScore, { ...scoreOptions(golden), k });
    expect(score).toBeAllclose(expected, ROUNDING);
  });

  it.each(scoreCases)('is 1 when k is the number of classes: $name', (golden) => {
    const options = { ...scoreOptions(golden), k: golden.labels.length };
    expect(topKAccuracyScore(golden.yTrue, golden.yScore, options)).toBe(1);
  });

  it('refuses a k of 0', () => {
    const rows = [
      [0.5, 0.5],
      [0.2, 0.8],
    ];
    expect(() => topKAccuracyScore([0, 1], rows, { k: 0 })).toThrow(
      'topKAccuracyScore: `k` must be a whole number ≥ 1',
    );
  });
});
