import goldens from '../../fixtures/precision-recall.golden.json' with { type: 'json' };
import type { PrecisionRecallCurve } from '../util/precision-recall-points.ts';
import { type GoldenTargets, goldenCases } from './golden-cases.ts';

/** scikit-learn's precision and recall of one set of targets and scores. */
export interface PrecisionCase extends GoldenTargets {
  labels: string[];
  yScore: number[][];
  expected: {
    /** Of the first of `labels` against the rest. */
    curve: PrecisionRecallCurve;
    averagePrecision: Record<'macro' | 'weighted', number>;
  };
}

export const precisionCases: PrecisionCase[] = goldenCases(goldens.cases);
