import { describe, expect, it } from 'vitest';
import { classificationReport } from './classification-report.ts';

describe('classificationReport', () => {
  const report = classificationReport(['a', 'b', 'c'], ['a', 'b', 'b']);

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('holds the scores of each class', () => {
    expect(report.classes[1]).toEqual({
      label: 'b',
      name: 'b',
      precision: 0.5,
      recall: 1,
      f1Score: 2 / 3,
      support: 1,
    });
  });

  it('holds the accuracy', () => {
    // 2 / 3 within its last digit.
    expect(report.accuracy).toBeAllclose(2 / 3, { rtol: 0, atol: 5e-16 });
  });

  it('has no accuracy where a class is left out', () => {
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
