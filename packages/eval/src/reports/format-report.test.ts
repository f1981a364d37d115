import { describe, expect, it } from 'vitest';
import { classificationReport } from '../metrics/classification-report.ts';
import { metricCases } from '../testing/metric-cases.ts';
import { formatFixed } from '../util/format-fixed.ts';
import { formatReport } from './format-report.ts';

describe('formatReport', () => {
  it.each(metricCases.filter(({ expected }) => expected.text))(
    'is the text of scikit-learn: $name',
    ({ yTrue, yPred, labels, zeroDivision, expected }) => {
      const report = classificationReport(yTrue, yPred, { labels, zeroDivision });
      expect(formatReport(report)).toBe(expected.text?.['2']);
      expect(formatReport(report, { digits: 4 })).toBe(expected.text?.['4']);
    },
  );

  it('widens for long names', () => {
    const text = formatReport(
      classificationReport([0, 1], [0, 1], { targetNames: ['a rather long name', 'b'] }),
    );
    expect(text).toContain('a rather long name       1.00');
    expect(
      new Set(
        text
          .split('\n')
          .filter(Boolean)
          .map((line) => line.length),
      ).size,
    ).toBe(1);
  });
});

describe('classificationReport', () => {
  it('is JSON, with an accuracy only where it is one', () => {
    const report = classificationReport(['a', 'b', 'c'], ['a', 'b', 'b']);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.accuracy).toBeCloseTo(2 / 3, 15);
    expect(report.classes[1]).toEqual({
      label: 'b',
      name: 'b',
      precision: 0.5,
      recall: 1,
      f1Score: 2 / 3,
      support: 1,
    });
    expect(classificationReport(['a', 'b'], ['a', 'b'], { labels: ['a'] })).not.toHaveProperty(
      'accuracy',
    );
  });

  it('refuses a name too few', () => {
    expect(() => classificationReport(['a', 'b'], ['a', 'b'], { targetNames: ['A'] })).toThrow(
      'classificationReport: `targetNames` must name each of the 2 labels, got 1',
    );
  });
});

// Python: [format(x, f'.{d}f') for x, d in …]
it.each([
  [0.125, 2, '0.12'],
  [0.375, 2, '0.38'],
  [0.625, 2, '0.62'],
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [0.15, 1, '0.1'],
  [0.25, 1, '0.2'],
  [0.35, 1, '0.3'],
  [1, 2, '1.00'],
  [Number.NaN, 2, 'nan'],
])('formatFixed(%f, %i) is %s', (value, digits, expected) => {
  expect(formatFixed(value, digits)).toBe(expected);
});
