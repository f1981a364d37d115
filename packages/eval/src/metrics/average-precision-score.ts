import type { OptionNames } from '@ser/internal';
import { checkChoice } from '../util/check-choice.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Label } from '../util/label.ts';
import {
  matchScores,
  SCORE_OPTIONS,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/match-scores.ts';
import { precisionRecallPoints } from '../util/precision-recall-points.ts';

/** The options of `averagePrecisionScore`. */
export interface AveragePrecisionOptions extends ScoreOptions {
  /** The mean of the classes' precisions, plain or weighted by their support. Default `macro`. */
  average?: 'macro' | 'weighted';
}

const OPTIONS: OptionNames<AveragePrecisionOptions> = { ...SCORE_OPTIONS, average: true };

/**
 * The area under the curve of precision and recall of each class against the rest, in steps,
 * averaged over the classes (also called mAP); the share of a class for guessing, 1 for perfect.
 *
 * @param yScore Probabilities or any other scores; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit; `too-few` when a class of
 *   `labels` is not in `yTrue`: it has no precision.
 * @see scikit-learn's `average_precision_score`
 */
export function averagePrecisionScore(
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  averageOptions: AveragePrecisionOptions = {},
): number {
  const caller = 'averagePrecisionScore';
  const { average = 'macro', ...options } = checkOptions(caller, averageOptions, OPTIONS);
  checkChoice(caller, 'average', average, ['macro', 'weighted']);
  const { classes, columns, weight } = matchScores(caller, yTrue, yScore, options);
  const rows = Array.from(yScore);
  let sum = 0;
  let shares = 0;
  for (let k = 0; k < classes.length; k++) {
    const isClass = Array.from(columns, (column) => column === k);
    const scores = rows.map((row) => row[k]);
    const { precision, recall } = precisionRecallPoints(caller, isClass, scores, options);
    let area = 0;
    for (let i = 0; i + 1 < recall.length; i++) area += (recall[i] - recall[i + 1]) * precision[i];
    const support = isClass.reduce((total, own, i) => total + (own ? weight(i) : 0), 0);
    const share = average === 'macro' ? 1 : support;
    sum += area * share;
    shares += share;
  }
  return sum / shares;
}
