import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { metricCases } from '../testing/metric-cases.ts';
import { precisionRecallFscoreSupport } from './precision-recall-fscore-support.ts';

it.each(metricCases)(
  'equals scikit-learn: $name',
  ({ yTrue, yPred, name: _, expected, ...options }) => {
    const scores = precisionRecallFscoreSupport(yTrue, yPred, options);
    expect(scores.precision).toBeAllclose(expected.precision, ROUNDING);
    expect(scores.recall).toBeAllclose(expected.recall, ROUNDING);
    expect(scores.fscore).toBeAllclose(expected.fscore, ROUNDING);
    expect(scores.support).toBeAllclose(expected.support, ROUNDING);
    expect(scores.labels).toHaveLength(scores.precision.length);
  },
);

it('is recall alone for an infinite beta', () => {
  const { recall, fscore } = precisionRecallFscoreSupport([1, 1, 2], [1, 2, 2], {
    beta: Number.POSITIVE_INFINITY,
  });
  expect(fscore).toEqual(recall);
});

it('refuses a negative beta', () => {
  expect(() => precisionRecallFscoreSupport([1], [1], { beta: -1 })).toThrow(
    'precisionRecallFscoreSupport: `beta` must be ≥ 0, got -1',
  );
});
