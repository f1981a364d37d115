import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { precisionCases } from '../testing/precision-cases.ts';
import { averagePrecisionScore } from './average-precision-score.ts';

it.each(precisionCases)('equals scikit-learn: $name', (golden) => {
  const { yTrue, yScore, labels, sampleWeight, expected } = golden;
  for (const average of ['macro', 'weighted'] as const) {
    const score = averagePrecisionScore(yTrue, yScore, { labels, sampleWeight, average });
    expect(score).toBeAllclose(expected.averagePrecision[average], ROUNDING);
  }
});

it('refuses a class that no sample has', () => {
  const call = () => averagePrecisionScore(['a'], [[0.5, 0.5]], { labels: ['a', 'b'] });
  expect(call).toThrow(expect.objectContaining({ code: 'too-few' }));
});
