import { EvaluationError } from '../evaluation-error.ts';
import type { WeightOptions } from './check-targets.ts';
import { thresholdCounts } from './threshold-counts.ts';

/** The points of a curve of precision and recall, by rising threshold. */
export interface PrecisionRecallCurve {
  /** Of what is called positive, the part that is; 1 in the last point, which calls nothing so. */
  precision: number[];
  /** Of what is positive, the part that is called so; 0 in the last point. */
  recall: number[];
  /** Samples with at least this score are called positive; the last point has none. */
  thresholds: number[];
}

/** `precisionRecallCurve` for other functions: its errors name the caller. */
export function precisionRecallPoints(
  caller: string,
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  options: WeightOptions,
): PrecisionRecallCurve {
  const counts = thresholdCounts(caller, yTrue, yScore, options);
  const { truePositives, falsePositives, thresholds, positives } = counts;
  if (positives === 0) {
    const message = `${caller}: there must be positive samples, got 0 by weight`;
    throw new EvaluationError('too-few', message);
  }
  const precision = truePositives.map((hits, i) => hits / (hits + falsePositives[i]));
  const recall = truePositives.map((hits) => hits / positives);
  return {
    precision: [...precision.reverse(), 1],
    recall: [...recall.reverse(), 0],
    thresholds: thresholds.reverse(),
  };
}
