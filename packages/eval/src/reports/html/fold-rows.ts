import type { Prediction } from '../../cross-validation/prediction.ts';
import { balancedAccuracyScore } from '../../metrics/balanced-accuracy-score.ts';
import { scoreFolds } from '../../statistics/score-folds.ts';
import { percent } from '../../util/percent.ts';
import type { ScoreRow } from './score-row.ts';

/** The mean and the deviations of the balanced accuracy over runs. None for a single run. */
export function foldRows(predictions: readonly Prediction[]): ScoreRow[] {
  const { mean, stdOverFolds, stdOverSeeds, folds } = scoreFolds(predictions, ({ yTrue, yPred }) =>
    balancedAccuracyScore(yTrue, yPred),
  );
  if (folds.length < 2) return [];
  const rows: ScoreRow[] = [[`UAR, mean of ${folds.length} runs`, percent(mean, 1), '']];
  if (new Set(folds.map(({ fold }) => fold)).size > 1) {
    rows.push(['its deviation over folds', percent(stdOverFolds, 1), '']);
  }
  if (new Set(folds.map(({ seed }) => seed)).size > 1) {
    rows.push(['its deviation over seeds', percent(stdOverSeeds, 1), '']);
  }
  return rows;
}
