import { describe, expect, it } from 'vitest';
import { expectClose, metricCases } from '../testing/metric-cases.ts';
import { confusionMatrix } from './confusion-matrix.ts';

describe('confusionMatrix', () => {
  it.each(metricCases)('equals scikit-learn: $name', (golden) => {
    const { yTrue, yPred, labels, sampleWeight } = golden;
    for (const normalize of ['none', 'true', 'pred', 'all'] as const) {
      const expected = golden.expected.confusionMatrix[normalize];
      const call = (): number[][] =>
        confusionMatrix(yTrue, yPred, {
          labels,
          sampleWeight,
          normalize: normalize === 'none' ? undefined : normalize,
        });
      if (expected) expectClose(call().flat(), expected.flat());
      else expect(call).toThrow('`labels` must name a class of `yTrue`');
    }
  });

  it.each([
    [[], 'got []'],
    [['a', 'a'], 'got ["a","a"]'],
  ])('refuses labels %j', (labels, message) => {
    expect(() => confusionMatrix(['a'], ['a'], { labels })).toThrow(message);
  });

  it('refuses strings among numbers', () => {
    expect(() => confusionMatrix(['1'], [1])).toThrow('all strings or all numbers, got ["1",1]');
    expect(() => confusionMatrix([Number.NaN], [1])).toThrow('all numbers');
  });
});
