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

  const yTrue = 'calm calm calm calm happy happy sad sad sad happy'.split(' ');
  const yPred = 'calm calm calm happy happy calm sad calm calm happy'.split(' ');

  it("is scikit-learn's with so many digits that they widen the names", () => {
    expect(formatReport(classificationReport(yTrue, yPred), { digits: 14 })).toBe(
      `                precision    recall  f1-score   support

          calm  0.50000000000000 0.75000000000000 0.60000000000000         4
         happy  0.66666666666667 0.66666666666667 0.66666666666667         3
           sad  1.00000000000000 0.33333333333333 0.50000000000000         3

      accuracy                      0.60000000000000        10
     macro avg  0.72222222222222 0.58333333333333 0.58888888888889        10
  weighted avg  0.70000000000000 0.60000000000000 0.59000000000000        10
`,
    );
  });

  it("is scikit-learn's where a class is left out", () => {
    const report = classificationReport(yTrue, yPred, { labels: ['sad', 'calm'] });
    expect(formatReport(report, { digits: 3 })).toBe(
      `              precision    recall  f1-score   support

         sad      1.000     0.333     0.500         3
        calm      0.500     0.750     0.600         4

   micro avg      0.571     0.571     0.571         7
   macro avg      0.750     0.542     0.550         7
weighted avg      0.714     0.571     0.557         7
`,
    );
  });

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
