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
import { rocPoints } from '../util/roc-points.ts';

/** The options of `rocAucScore`. */
export interface RocAucOptions extends ScoreOptions {
  /** The mean of the classes' areas, plain or weighted by their support. Default `macro`. */
  average?: 'macro' | 'weighted';
}

const OPTIONS: OptionNames<RocAucOptions> = { ...SCORE_OPTIONS, average: true };

/**
 * The area under the ROC curve of each class against the rest, averaged; 0.5 for guessing, 1 for
 * perfect.
 *
 * @param yScore Probabilities or any other scores; `[samples, classes]`.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit; `too-few` when a class of
 *   `labels` is not in `yTrue`: it has no area.
 * @see scikit-learn's `roc_auc_score` with `multi_class='ovr'`
 */
export function rocAucScore(
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  rocOptions: RocAucOptions = {},
): number {
  const { average = 'macro', ...options } = checkOptions('rocAucScore', rocOptions, OPTIONS);
  checkChoice('rocAucScore', 'average', average, ['macro', 'weighted']);
  const { classes, columns, weight } = matchScores('rocAucScore', yTrue, yScore, options);
  const rows = Array.from(yScore);
  let sum = 0;
  let shares = 0;
  for (let k = 0; k < classes.length; k++) {
    const isClass = Array.from(columns, (column) => column === k);
    const scores = rows.map((row) => row[k]);
    const { fpr, tpr } = rocPoints('rocAucScore', isClass, scores, options);
    let area = 0;
    for (let i = 1; i < fpr.length; i++)
      area += ((fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2;
    const support = isClass.reduce((total, own, i) => total + (own ? weight(i) : 0), 0);
    const share = average === 'macro' ? 1 : support;
    sum += area * share;
    shares += share;
  }
  return sum / shares;
}
