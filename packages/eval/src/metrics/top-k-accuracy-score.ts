import type { OptionNames } from '@ser/internal';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Label } from '../util/label.ts';
import {
  matchScores,
  SCORE_OPTIONS,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/match-scores.ts';

/** The options of `topKAccuracyScore`. */
export interface TopKAccuracyOptions extends ScoreOptions {
  /** How many classes count as predicted, 1 or more. Default 2. */
  k?: number;
}

const OPTIONS: OptionNames<TopKAccuracyOptions> = { ...SCORE_OPTIONS, k: true };

/**
 * The fraction of samples whose class is among the `k` with the highest scores; 0 to 1. Of equal
 * scores the later column ranks first, as in scikit-learn.
 *
 * @param yScore Higher is likelier; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, or a `k` below 1.
 * @see scikit-learn's `top_k_accuracy_score`
 *
 * @example
 * topKAccuracyScore(['calm', 'sad'], [[0.5, 0.3, 0.2], [0.5, 0.2, 0.3]],
 *   { k: 2, labels: ['calm', 'happy', 'sad'] }); // 1
 */
export function topKAccuracyScore(
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  topKOptions: TopKAccuracyOptions = {},
): number {
  const { k = 2, ...options } = checkOptions('topKAccuracyScore', topKOptions, OPTIONS);
  checkInteger('topKAccuracyScore', 'k', k, 1);
  const matched = matchScores('topKAccuracyScore', yTrue, yScore, options);
  let hits = 0;
  matched.columns.forEach((column, i) => {
    const row = yScore[i];
    let ahead = 0;
    for (let other = 0; other < row.length; other++) {
      if (row[other] > row[column] || (row[other] === row[column] && other > column)) ahead++;
    }
    if (ahead < k) hits += matched.weight(i);
  });
  return hits / matched.totalWeight;
}
