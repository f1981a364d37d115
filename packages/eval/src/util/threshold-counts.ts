import { checkTargets, type WeightOptions } from './check-targets.ts';
import { weightOf } from './weight-of.ts';

/** What is called positive as the threshold falls, by weight; one entry for each distinct score. */
export interface ThresholdCounts {
  truePositives: number[];
  falsePositives: number[];
  /** Samples with at least this score are called positive. */
  thresholds: number[];
  /** All that there are. */
  positives: number;
  negatives: number;
}

/** The counts from which ROC curves and curves of precision and recall are made. */
export function thresholdCounts(
  caller: string,
  yTrue: ArrayLike<boolean>,
  yScore: ArrayLike<number>,
  { sampleWeight }: WeightOptions,
): ThresholdCounts {
  const targets = Array.from(yTrue, Number);
  checkTargets(caller, targets, yScore, sampleWeight);
  const weight = weightOf(sampleWeight);
  // A sample of weight 0 adds no threshold.
  const order = [...targets.keys()]
    .filter((i) => weight(i) > 0)
    .sort((a, b) => yScore[b] - yScore[a]);
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  const thresholds: number[] = [];
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
  return { truePositives, falsePositives, thresholds, positives, negatives };
}
