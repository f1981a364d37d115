import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { averageCases } from '../testing/metric-cases.ts';
import { precisionScore } from './precision-score.ts';

it.each(averageCases)('equals scikit-learn: %s, %s', (_, average, golden) => {
  const { yTrue, yPred, expected, ...options } = golden;
  const score = precisionScore(yTrue, yPred, { ...options, average });
  expect(score).toBeAllclose(expected.averages[average].precision, ROUNDING);
});
