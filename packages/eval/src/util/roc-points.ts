import { EvaluationError } from '../evaluation-error.ts';
import type { WeightOptions } from './check-targets.ts';
import { thresholdCounts } from './threshold-counts.ts';

/** The points of a ROC curve from (0, 0) to (1, 1), by falling threshold. */
export interface RocCurve {
  /** False positives by negatives. */
  fpr: number[];
  /** True positives by positives. */
  tpr: number[];
  /** Samples with at least this score are called positive; infinity first. */
  thresholds: number[];
}

/** `rocCurve` for other functions: its errors name the caller. */
export function rocPoints(
  caller: string,
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  options: WeightOptions,
): RocCurve {
  const counts = thresholdCounts(caller, yTrue, yScore, options);
  const { positives, negatives } = counts;
  if (positives === 0 || negatives === 0) {
    throw new EvaluationError(
      'too-few',
      `${caller}: there must be positive and negative samples, ` +
        `got ${positives} and ${negatives} by weight`,
    );
  }
  const truePositives = [0, ...counts.truePositives];
  const falsePositives = [0, ...counts.falsePositives];
  const thresholds = [Number.POSITIVE_INFINITY, ...counts.thresholds];
  const kept = [...thresholds.keys()].filter((i) => {
    // scikit-learn keeps the first threshold too.
    if (i <= 1 || i === thresholds.length - 1) return true;
    // Steps are compared as scikit-learn rounds them, since weighted sums are not exact.
    const bends = (values: number[]): boolean =>
      values[i + 1] - values[i] !== values[i] - values[i - 1];
    return bends(truePositives) || bends(falsePositives);
  });
  return {
    fpr: kept.map((i) => falsePositives[i] / negatives),
    tpr: kept.map((i) => truePositives[i] / positives),
    thresholds: kept.map((i) => thresholds[i]),
  };
}
