import { expect } from 'vitest';
import goldens from '../../fixtures/metrics.golden.json' with { type: 'json' };
import type { Average } from '../metrics/precision-recall-fscore-support.ts';
import type { Label } from '../util/label.ts';

/** What scikit-learn said to one set of targets and predictions. */
export interface MetricCase {
  name: string;
  yTrue: Label[];
  yPred: Label[];
  labels?: Label[];
  sampleWeight?: number[];
  zeroDivision: 0 | 1 | typeof Number.NaN;
  beta: number;
  expected: {
    accuracy: number;
    balancedAccuracy: { plain: number; adjusted?: number };
    confusionMatrix: Partial<Record<'none' | 'true' | 'pred' | 'all', number[][]>>;
    precision: number[];
    recall: number[];
    fscore: number[];
    support: number[];
    averages: Record<Average, { precision: number; recall: number; f1: number }>;
    text?: Record<'2' | '4', string>;
  };
}

/** The golden file with its "nan" and null put back. */
export const metricCases: MetricCase[] = JSON.parse(JSON.stringify(goldens.cases), (_, value) => {
  if (value === 'nan') return Number.NaN;
  return value === null ? undefined : value;
});

/** Sums of up to 200 weights, in whichever order, differ by far less; scores are at most 1. */
const TOLERANCE = 1e-12;

/** Equal within 1e-12, and NaN where NaN is. */
export function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    if (Number.isNaN(value)) expect(actual[i]).toBeNaN();
    else expect(Math.abs(actual[i] - value), `entry ${i}`).toBeLessThanOrEqual(TOLERANCE);
  });
}
