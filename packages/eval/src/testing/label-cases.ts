import goldens from '../../fixtures/labels.golden.json' with { type: 'json' };
import type { Average } from '../util/average-scores.ts';
import type { Label } from '../util/label.ts';
import { type GoldenTargets, goldenCases } from './golden-cases.ts';

/** scikit-learn's further metrics of one set of targets and predictions. */
export interface LabelCase extends GoldenTargets {
  yPred: Label[];
  labels?: Label[];
  zeroDivision: 0 | 1;
  beta: number;
  expected: {
    zeroOneLoss: number;
    wrong: number;
    hammingLoss: number;
    fbeta: Record<Average, number>;
    jaccard: Record<Average, number>;
  };
}

export const labelCases: LabelCase[] = goldenCases(goldens.cases);

export const AVERAGES: readonly Average[] = ['micro', 'macro', 'weighted'];
