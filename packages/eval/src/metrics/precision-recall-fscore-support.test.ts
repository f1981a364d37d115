import { expect, it } from 'vitest';
import { expectClose, metricCases } from '../testing/metric-cases.ts';
import { precisionRecallFscoreSupport } from './precision-recall-fscore-support.ts';

it.each(metricCases)('equals scikit-learn: $name', ({ yTrue, yPred, expected, ...options }) => {
  const scores = precisionRecallFscoreSupport(yTrue, yPred, options);
  expectClose(scores.precision, expected.precision);
  expectClose(scores.recall, expected.recall);
  expectClose(scores.fscore, expected.fscore);
  expectClose(scores.support, expected.support);
  expect(scores.labels).toHaveLength(scores.precision.length);
});

it('is recall alone for an infinite beta, and refuses a negative one', () => {
  const { recall, fscore } = precisionRecallFscoreSupport([1, 1, 2], [1, 2, 2], {
    beta: Number.POSITIVE_INFINITY,
  });
  expect(fscore).toEqual(recall);
  expect(() => precisionRecallFscoreSupport([1], [1], { beta: -1 })).toThrow(
    'precisionRecallFscoreSupport: `beta` must be at least 0, got -1',
  );
});
