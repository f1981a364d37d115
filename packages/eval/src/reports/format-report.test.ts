import { describe, expect, it } from 'vitest';
import { classificationReport } from '../metrics/classification-report.ts';
import { metricCases } from '../testing/metric-cases.ts';
import { formatReport } from './format-report.ts';

const cases = metricCases.flatMap(({ expected: { text }, ...golden }) =>
  text ? [{ ...golden, text }] : [],
);

describe('formatReport', () => {
  it.each(cases)(
    'is the text of scikit-learn: $name',
    ({ yTrue, yPred, labels, zeroDivision, text }) => {
      const report = classificationReport(yTrue, yPred, { labels, zeroDivision });
      expect(formatReport(report)).toBe(text['2']);
      expect(formatReport(report, { digits: 4 })).toBe(text['4']);
    },
  );

  const targetNames = ['a rather long name', 'b'];
  const wide = formatReport(classificationReport([0, 1], [0, 1], { targetNames }));

  it('widens for long names', () => {
    expect(wide).toContain('a rather long name       1.00');
  });

  it('has lines of one length', () => {
    const lengths = wide
      .split('\n')
      .filter(Boolean)
      .map((line) => line.length);
    expect(new Set(lengths).size).toBe(1);
  });
});
