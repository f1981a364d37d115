import goldens from '../../fixtures/scores.golden.json' with { type: 'json' };
import type { Label } from '../util/label.ts';
import { type GoldenTargets, goldenCases } from './golden-cases.ts';

/** scikit-learn's metrics of one set of targets and scores. */
export interface ScoreCase extends GoldenTargets {
  labels: Label[];
  yScore: number[][];
  predicted: Label[];
  expected: {
    logLoss: number;
    brier: number;
    topK: Record<string, number>;
    calibrationError: Record<string, number>;
    kappa: Record<string, number>;
    rocAuc?: Record<'macro' | 'weighted', number>;
    rocCurve?: { fpr: number[]; tpr: number[]; thresholds: number[] };
  };
}

export const scoreCases: ScoreCase[] = goldenCases(goldens.cases);

/** The options of a case; `sampleWeight` is left out where it has none. */
export function scoreOptions({ labels, sampleWeight }: ScoreCase): {
  labels: Label[];
  sampleWeight?: number[];
} {
  return { labels, ...(sampleWeight && { sampleWeight }) };
}
