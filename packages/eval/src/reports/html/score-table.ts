import { accuracyScore } from '../../metrics/accuracy-score.ts';
import { balancedAccuracyScore } from '../../metrics/balanced-accuracy-score.ts';
import { cohenKappaScore } from '../../metrics/cohen-kappa-score.ts';
import { expectedCalibrationError } from '../../metrics/expected-calibration-error.ts';
import { f1Score } from '../../metrics/f1-score.ts';
import { logLoss } from '../../metrics/log-loss.ts';
import { topKAccuracyScore } from '../../metrics/top-k-accuracy-score.ts';
import { bootstrapInterval } from '../../statistics/bootstrap-interval.ts';
import { percent } from '../../util/percent.ts';
import { toRunPredictions } from '../../util/run-predictions.ts';
import type { ReportRun } from '../report-run.ts';
import { table } from './elements.ts';
import { foldRows } from './fold-rows.ts';
import type { ScoreRow } from './score-row.ts';

/** A metric that is shown with its interval. */
type Metric = (yTrue: readonly string[], yPred: readonly string[]) => number;

/** The scores of all predictions together. A new one is a row here. */
export function scoreTable({ labels, predictions }: ReportRun): string {
  const { yTrue, yPred, yScore } = toRunPredictions(predictions);
  // The predictions of one clip with several seeds are drawn together.
  const clips = predictions.map(({ clip }) => clip);
  const areKnown = predictions.every(({ speaker }) => speaker !== '');
  const groups = areKnown ? predictions.map(({ speaker }) => speaker) : clips;
  const hasInterval = new Set(groups).size > 1;
  const withInterval = (name: string, metric: Metric): ScoreRow => [
    name,
    percent(metric(yTrue, yPred), 1),
    hasInterval ? interval(metric, yTrue, yPred, groups) : '',
  ];
  const options = { labels };
  const tested = new Set(clips).size;
  const rows: ScoreRow[] = [
    ['Clips tested', String(tested), ''],
    ...(tested < predictions.length
      ? [['Predictions for them', String(predictions.length), ''] satisfies ScoreRow]
      : []),
    withInterval('Accuracy', accuracyScore),
    withInterval('Balanced accuracy (UAR)', balancedAccuracyScore),
    // Over the classes that occur, as in `report.txt`: one that never does has no score.
    withInterval('Macro F1', (truth, predicted) => f1Score(truth, predicted)),
    ['Cohen’s kappa', cohenKappaScore(yTrue, yPred, options).toFixed(3), ''],
    ['True class among the first two', percent(topKAccuracyScore(yTrue, yScore, options), 1), ''],
    ['Log loss (nats)', logLoss(yTrue, yScore, options).toFixed(3), ''],
    ['Calibration error', percent(expectedCalibrationError(yTrue, yScore, options), 1), ''],
    ...foldRows(predictions),
  ];
  const head = ['score', 'value', `95 % interval${areKnown ? ' over speakers' : ''}`];
  return table('Scores', head, rows);
}

function interval(
  metric: Metric,
  yTrue: readonly string[],
  yPred: readonly string[],
  groups: readonly string[],
): string {
  const { low, high } = bootstrapInterval(
    yTrue.length,
    (indices) =>
      metric(
        indices.map((i) => yTrue[i]),
        indices.map((i) => yPred[i]),
      ),
    { groups },
  );
  return `${percent(low, 1)} to ${percent(high, 1)}`;
}
