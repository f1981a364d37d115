import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { averageCases } from '../testing/metric-cases.ts';
import { accuracyScore } from './accuracy-score.ts';
import { f1Score } from './f1-score.ts';

it.each(averageCases)('equals scikit-learn: %s, %s', (_, average, golden) => {
  const { yTrue, yPred, labels, sampleWeight, zeroDivision, expected } = golden;
  const options = { labels, sampleWeight, zeroDivision, average };
  const score = f1Score(yTrue, yPred, options);
  expect(score).toBeAllclose(expected.averages[average].f1, ROUNDING);
});

const yTrue = ['a', 'b', 'b', 'c'];
const yPred = ['a', 'b', 'c', 'a'];

it('is the accuracy in its micro average', () => {
  expect(f1Score(yTrue, yPred, { average: 'micro' })).toBe(accuracyScore(yTrue, yPred));
});

it('is the macro average by default', () => {
  expect(f1Score(yTrue, yPred)).toBe(f1Score(yTrue, yPred, { average: 'macro' }));
});
