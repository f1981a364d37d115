import { EvaluationError } from '../evaluation-error.ts';
import { checkTargets, type WeightOptions } from '../util/check-targets.ts';

/** Points of a ROC curve from (0, 0) to (1, 1), by falling threshold. */
export interface RocCurve {
  /** False positives by negatives. */
  fpr: number[];
  /** True positives by positives. */
  tpr: number[];
  /** Samples with at least this score are called positive; infinity first. */
  thresholds: number[];
}

/**
 * How true and false positives grow as the threshold falls. Points in the middle of a straight
 * line are left out.
 *
 * @param yTrue Which samples are positive.
 * @param yScore Higher is likelier; [shape=(samples,)].
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit; `too-few` without a
 *   positive or without a negative sample.
 * @see scikit-learn's `roc_curve`
 */
export function rocCurve(
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  options: WeightOptions = {},
): RocCurve {
  const bad = Array.from(yScore).findIndex((score) => !Number.isFinite(score));
  if (bad !== -1) {
    const message = `rocCurve: \`yScore\` must be finite, got ${yScore[bad]} for sample ${bad}`;
    throw new EvaluationError('bad-argument', message);
  }
  return curveOf('rocCurve', yTrue, yScore, options);
}

export function curveOf(
  caller: string,
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  { sampleWeight }: WeightOptions,
): RocCurve {
  const targets = Array.from(yTrue, Number);
  const weight = checkTargets(caller, targets, yScore, sampleWeight);
  // A sample of no weight has no threshold of its own.
  const order = [...targets.keys()]
    .filter((i) => weight(i) > 0)
    .sort((a, b) => yScore[b] - yScore[a]);
  const hits = [0];
  const alarms = [0];
  const thresholds = [Number.POSITIVE_INFINITY];
  let positives = 0;
  let negatives = 0;
  order.forEach((index, rank) => {
    if (targets[index]) positives += weight(index);
    else negatives += weight(index);
    // One point for all samples of a score: their order means nothing.
    if (rank + 1 < order.length && yScore[order[rank + 1]] === yScore[index]) return;
    hits.push(positives);
    alarms.push(negatives);
    thresholds.push(yScore[index]);
  });
  if (positives === 0 || negatives === 0) {
    throw new EvaluationError(
      'too-few',
      `${caller}: there must be positive and negative samples, ` +
        `got ${positives} and ${negatives} by weight`,
    );
  }
  const kept = [...hits.keys()].filter((i) => {
    // scikit-learn keeps the first threshold too.
    if (i <= 1 || i === hits.length - 1) return true;
    // Steps are compared as scikit-learn rounds them: weights leave no line exactly straight.
    const bends = (values: number[]): boolean =>
      values[i + 1] - values[i] !== values[i] - values[i - 1];
    return bends(hits) || bends(alarms);
  });
  return {
    fpr: kept.map((i) => alarms[i] / negatives),
    tpr: kept.map((i) => hits[i] / positives),
    thresholds: kept.map((i) => thresholds[i]),
  };
}
