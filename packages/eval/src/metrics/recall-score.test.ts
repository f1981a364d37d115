import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { averageCases } from '../testing/metric-cases.ts';
import { recallScore } from './recall-score.ts';

it.each(averageCases)('equals scikit-learn: %s, %s', (_, average, golden) => {
  const { yTrue, yPred, labels, sampleWeight, zeroDivision, expected } = golden;
  const options = { labels, sampleWeight, zeroDivision, average };
  const score = recallScore(yTrue, yPred, options);
  expect(score).toBeAllclose(expected.averages[average].recall, ROUNDING);
});
