import goldens from '../../fixtures/metrics.golden.json' with { type: 'json' };
import type { Average } from '../util/average-scores.ts';
import type { Label } from '../util/label.ts';
import { type GoldenTargets, goldenCases } from './golden-cases.ts';

/** scikit-learn's metrics of one set of targets and predictions. */
export interface MetricCase extends GoldenTargets {
  yPred: Label[];
  labels?: Label[];
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

export const metricCases: MetricCase[] = goldenCases(goldens.cases);

/** Each case with each way to average. */
export const averageCases: [name: string, average: Average, golden: MetricCase][] =
  metricCases.flatMap((golden) =>
    (['micro', 'macro', 'weighted'] as const).map((average): [string, Average, MetricCase] => [
      golden.name,
      average,
      golden,
    ]),
  );
