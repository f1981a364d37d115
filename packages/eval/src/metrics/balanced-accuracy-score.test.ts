import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { metricCases } from '../testing/metric-cases.ts';
import { balancedAccuracyScore } from './balanced-accuracy-score.ts';
import { recallScore } from './recall-score.ts';

it.each(metricCases)('equals scikit-learn: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
  const score = balancedAccuracyScore(yTrue, yPred, { sampleWeight });
  expect(score).toBeAllclose(expected.balancedAccuracy.plain, ROUNDING);
});

// Of a single class scikit-learn's is not finite.
it.each(metricCases.filter(({ expected }) => expected.balancedAccuracy.adjusted !== undefined))(
  'equals scikit-learn adjusted for chance: $name',
  ({ yTrue, yPred, sampleWeight, expected }) => {
    const { adjusted = Number.NaN } = expected.balancedAccuracy;
    const score = balancedAccuracyScore(yTrue, yPred, { sampleWeight, adjusted: true });
    expect(score).toBeAllclose(adjusted, ROUNDING);
  },
);

it('is the macro recall when every class occurs', () => {
  const yTrue = ['a', 'b', 'b', 'c'];
  const yPred = ['a', 'b', 'c', 'a'];
  expect(balancedAccuracyScore(yTrue, yPred)).toBe(recallScore(yTrue, yPred));
});
