import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { ROUNDING } from '../testing/golden-cases.ts';
import { metricCases } from '../testing/metric-cases.ts';
import { accuracyScore } from './accuracy-score.ts';

describe('accuracyScore', () => {
  it.each(metricCases)('equals scikit-learn: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
    const accuracy = accuracyScore(yTrue, yPred, { sampleWeight });
    expect(accuracy).toBeAllclose(expected.accuracy, ROUNDING);
  });

  it('takes typed arrays', () => {
    expect(accuracyScore(Int32Array.of(1, 2, 3, 4), Float32Array.of(1, 2, 0, 0))).toBe(0.5);
  });

  it.each<[number[], number[], number[] | undefined, string]>([
    [[], [], undefined, '`yTrue` must hold a sample or more, got 0'],
    [[1], [1, 2], undefined, '`yPred` must be as long as `yTrue`, 1, got 2'],
    [[1], [1], [1, 2], '`sampleWeight` must be as long as `yTrue`, 1, got 2'],
    [[1], [1], [-1], '`sampleWeight` must be finite and not negative, got -1'],
    [[1], [1], [Number.NaN], 'got NaN'],
    [[1], [1], [0], '`sampleWeight` must not be 0 everywhere'],
  ])('refuses %j, %j, %j', (yTrue, yPred, sampleWeight, message) => {
    const call = (): number => accuracyScore(yTrue, yPred, { sampleWeight });
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow(message);
  });
});
