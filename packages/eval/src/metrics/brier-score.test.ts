import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { brierScore } from './brier-score.ts';

describe('brierScore', () => {
  it.each(scoreCases)('equals scikit-learn: $name', (golden) => {
    const score = brierScore(golden.yTrue, golden.yScore, scoreOptions(golden));
    expect(score).toBeAllclose(golden.expected.brier, ROUNDING);
  });

  it.each(scoreCases)('is halved where it is asked to: $name', (golden) => {
    const options = { ...scoreOptions(golden), scaleByHalf: true };
    const half = brierScore(golden.yTrue, golden.yScore, options);
    expect(half).toBeAllclose(golden.expected.brier / 2, ROUNDING);
  });

  const sure = [
    [1, 0],
    [0, 1],
  ];
  it.each<[string, () => number, string]>([
    ['labels', () => brierScore([0, 2], sure, { labels: [0, 1] }), 'none for 2'],
    ['sums', () => brierScore([0, 1], [[1, 1], sure[1]]), 'must sum to 1, got 2 in row 0'],
  ])('refuses wrong %s', (_, call, message) => {
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow(message);
  });
});
