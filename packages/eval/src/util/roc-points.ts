import { EvaluationError } from '../evaluation-error.ts';
import { checkTargets, type WeightOptions } from './check-targets.ts';
import { weightOf } from './weight-of.ts';

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
  { sampleWeight }: WeightOptions,
): RocCurve {
  const targets = Array.from(yTrue, Number);
  checkTargets(caller, targets, yScore, sampleWeight);
  const weight = weightOf(sampleWeight);
  // A sample of weight 0 adds no threshold.
  const order = [...targets.keys()]
    .filter((i) => weight(i) > 0)
    .sort((a, b) => yScore[b] - yScore[a]);
  const truePositives = [0];
  const falsePositives = [0];
  const thresholds = [Number.POSITIVE_INFINITY];
  let positives = 0;
  let negatives = 0;
  order.forEach((index, rank) => {
    if (targets[index]) positives += weight(index);
    else negatives += weight(index);
    // All samples with one score give one point, since their order means nothing.
    if (rank + 1 < order.length && yScore[order[rank + 1]] === yScore[index]) return;
    truePositives.push(positives);
    falsePositives.push(negatives);
    thresholds.push(yScore[index]);
  });
  if (positives === 0 || negatives === 0) {
    throw new EvaluationError(
      'too-few',
      `${caller}: there must be positive and negative samples, ` +
        `got ${positives} and ${negatives} by weight`,
    );
  }
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
