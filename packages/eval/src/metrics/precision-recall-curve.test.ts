import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { precisionCases } from '../testing/precision-cases.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';

it.each(precisionCases)('equals scikit-learn: $name', (golden) => {
  const { yTrue, yScore, labels, sampleWeight, expected } = golden;
  const { precision, recall, thresholds } = precisionRecallCurve(
    yTrue.map((label) => label === labels[0]),
    yScore.map(([score]) => score),
    { sampleWeight },
  );
  expect(precision).toBeAllclose(expected.curve.precision, ROUNDING);
  expect(recall).toBeAllclose(expected.curve.recall, ROUNDING);
  expect(thresholds).toEqual(expected.curve.thresholds);
});

it('refuses samples without a positive one', () => {
  expect(() => precisionRecallCurve([false, false], [1, 2])).toThrow(
    expect.objectContaining({ code: 'too-few' }),
  );
});

it('refuses scores that are not finite', () => {
  expect(() => precisionRecallCurve([true, false], [1, Number.NaN])).toThrow(
    '`yScore` must be finite, got NaN for sample 1',
  );
});
