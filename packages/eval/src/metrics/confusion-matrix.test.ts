import { describe, expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { type MetricCase, metricCases } from '../testing/metric-cases.ts';
import { confusionMatrix } from './confusion-matrix.ts';

const MODES = ['none', 'true', 'pred', 'all'] as const;

/** The matrix of a case, where `none` stands for leaving `normalize` out. */
function matrixOf(golden: MetricCase, mode: (typeof MODES)[number]): number[][] {
  const { yTrue, yPred, labels, sampleWeight } = golden;
  const normalize = mode === 'none' ? undefined : mode;
  return confusionMatrix(yTrue, yPred, { labels, sampleWeight, normalize });
}

const cases = metricCases.flatMap((golden) => MODES.map((mode) => ({ golden, mode })));
const known = cases.filter(({ golden, mode }) => golden.expected.confusionMatrix[mode]);
const unknown = cases.filter(({ golden, mode }) => !golden.expected.confusionMatrix[mode]);

describe('confusionMatrix', () => {
  it.each(known)('equals scikit-learn: $golden.name, $mode', ({ golden, mode }) => {
    const expected = golden.expected.confusionMatrix[mode] ?? [];
    expect(matrixOf(golden, mode)).toBeAllclose(expected, ROUNDING);
  });

  it.each(unknown)('refuses labels of no sample: $golden.name, $mode', ({ golden, mode }) => {
    expect(() => matrixOf(golden, mode)).toThrow('`labels` must name a class of `yTrue`');
  });

  it.each([
    [[], '`labels` must name one class or more, each once, got []'],
    [['a', 'a'], '`labels` must name one class or more, each once, got ["a","a"]'],
  ])('refuses labels %j', (labels, message) => {
    expect(() => confusionMatrix(['a'], ['a'], { labels })).toThrow(message);
  });

  it('refuses strings among numbers', () => {
    expect(() => confusionMatrix(['1'], [1])).toThrow('`yPred` must be all strings, got [1]');
  });

  it('refuses NaN as a label', () => {
    expect(() => confusionMatrix([Number.NaN], [1])).toThrow('all numbers');
  });
});
