import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { averageCases } from '../testing/metric-cases.ts';
import { precisionScore } from './precision-score.ts';

it.each(averageCases)('equals scikit-learn: %s, %s', (_, average, golden) => {
  const { yTrue, yPred, labels, sampleWeight, zeroDivision, expected } = golden;
  const options = { labels, sampleWeight, zeroDivision, average };
  const score = precisionScore(yTrue, yPred, options);
  expect(score).toBeAllclose(expected.averages[average].precision, ROUNDING);
});
