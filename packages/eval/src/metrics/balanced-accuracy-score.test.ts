import { expect, it } from 'vitest';
import { expectClose, metricCases } from '../testing/metric-cases.ts';
import { balancedAccuracyScore } from './balanced-accuracy-score.ts';
import { recallScore } from './f1-score.ts';

it.each(metricCases)('equals scikit-learn: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
  const { plain, adjusted } = expected.balancedAccuracy;
  expectClose([balancedAccuracyScore(yTrue, yPred, { sampleWeight })], [plain]);
  if (adjusted !== undefined) {
    expectClose(
      [balancedAccuracyScore(yTrue, yPred, { sampleWeight, adjusted: true })],
      [adjusted],
    );
  }
});

it('is the macro recall when every class occurs', () => {
  const yTrue = ['a', 'b', 'b', 'c'];
  const yPred = ['a', 'b', 'c', 'a'];
  expect(balancedAccuracyScore(yTrue, yPred)).toBe(recallScore(yTrue, yPred));
});
