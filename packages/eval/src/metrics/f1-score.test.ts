import { expect, it } from 'vitest';
import { expectClose, metricCases } from '../testing/metric-cases.ts';
import { accuracyScore } from './accuracy-score.ts';
import { f1Score, precisionScore, recallScore } from './f1-score.ts';

it.each(metricCases)('equals scikit-learn: $name', ({ yTrue, yPred, expected, ...options }) => {
  for (const average of ['micro', 'macro', 'weighted'] as const) {
    const { precision, recall, f1 } = expected.averages[average];
    expectClose([precisionScore(yTrue, yPred, { ...options, average })], [precision]);
    expectClose([recallScore(yTrue, yPred, { ...options, average })], [recall]);
    expectClose([f1Score(yTrue, yPred, { ...options, average })], [f1]);
  }
});

it('is the accuracy in its micro average, and macro by default', () => {
  const yTrue = ['a', 'b', 'b', 'c'];
  const yPred = ['a', 'b', 'c', 'a'];
  expect(f1Score(yTrue, yPred, { average: 'micro' })).toBe(accuracyScore(yTrue, yPred));
  expect(f1Score(yTrue, yPred)).toBe(f1Score(yTrue, yPred, { average: 'macro' }));
});
