import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { ROUNDING } from '../testing/golden-cases.ts';
import { type ScoreCase, scoreCases } from '../testing/score-cases.ts';
import type { RocCurve } from '../util/roc-points.ts';
import { rocCurve } from './roc-curve.ts';

const cases = scoreCases.flatMap((golden) => {
  const expected = golden.expected.rocCurve;
  return expected ? [{ ...golden, expected }] : [];
});

/** The curve of the first class. */
function curveOf({ yTrue, labels, yScore, sampleWeight }: Omit<ScoreCase, 'expected'>): RocCurve {
  const isFirst = yTrue.map((label) => label === labels[0]);
  const scores = yScore.map((row) => row[0]);
  return rocCurve(isFirst, scores, sampleWeight && { sampleWeight });
}

function areaUnder({ fpr, tpr }: Pick<RocCurve, 'fpr' | 'tpr'>): number {
  return fpr.reduce((sum, x, i) => (i ? sum + (x - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) : 0), 0);
}

describe('rocCurve', () => {
  it.each(cases.filter(({ sampleWeight }) => !sampleWeight))(
    'equals scikit-learn: $name',
    ({ expected, ...golden }) => {
      const { fpr, tpr, thresholds } = curveOf(golden);
      expect(fpr).toBeAllclose(expected.fpr, ROUNDING);
      expect(tpr).toBeAllclose(expected.tpr, ROUNDING);
      // The golden leaves out the first: JSON has no infinity.
      expect(thresholds).toBeAllclose([Number.POSITIVE_INFINITY, ...expected.thresholds], ROUNDING);
    },
  );

  // With fractional weights, whether a point lies on a straight line is a matter of rounding.
  it.each(cases.filter(({ sampleWeight }) => sampleWeight))(
    "has the area of scikit-learn's: $name",
    ({ expected, ...golden }) => {
      expect(areaUnder(curveOf(golden))).toBeAllclose(areaUnder(expected), ROUNDING);
    },
  );

  it('refuses NaN', () => {
    const call = () => rocCurve([true, false], [1, Number.NaN]);
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow('finite, got NaN');
  });
});
