import type { Prediction } from '../cross-validation/cross-validate.ts';
import { EvaluationError } from '../evaluation-error.ts';
import { accuracyScore } from '../metrics/accuracy-score.ts';
import { balancedAccuracyScore } from '../metrics/balanced-accuracy-score.ts';
import { calibrationCurve, expectedCalibrationError } from '../metrics/calibration-curve.ts';
import { classificationReport } from '../metrics/classification-report.ts';
import { cohenKappaScore } from '../metrics/cohen-kappa-score.ts';
import { confusionMatrix } from '../metrics/confusion-matrix.ts';
import { f1Score } from '../metrics/f1-score.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { topKAccuracyScore } from '../metrics/top-k-accuracy-score.ts';
import { confusionMatrixSvg } from '../plots/confusion-matrix-svg.ts';
import { groupAccuracySvg } from '../plots/group-accuracy-svg.ts';
import { type HistoryEpoch, historySvg } from '../plots/history-svg.ts';
import { reliabilitySvg } from '../plots/reliability-svg.ts';
import { rocSvg } from '../plots/roc-svg.ts';
import { percent } from '../plots/svg.ts';
import type { ProtocolName } from '../protocols/protocol.ts';
import { PROTOCOLS } from '../protocols/protocols.ts';
import { type BootstrapInterval, bootstrapInterval } from '../statistics/bootstrap-interval.ts';
import { scoreFolds } from '../statistics/score-folds.ts';
import { details, escapeHtml, figure, section, table } from './html/elements.ts';
import { STYLE_SHEET } from './html/style-sheet.ts';

/** What a report is about. */
export interface ReportRun {
  title: string;
  protocol?: ProtocolName;
  /** The class of each score. */
  labels: readonly string[];
  /** Of every test clip; of several folds and seeds together, from `crossValidate`. */
  predictions: readonly Prediction[];
  /** Epoch by epoch, to draw how training went. Default: none. */
  history?: readonly HistoryEpoch[];
  /** How it was made, shown as a table: recipe, seed, backend, data. */
  config?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * A run as one HTML file, with its figures inside and nothing to load. Light or dark as the reader
 * has it; each figure has its numbers as text or as a table.
 *
 * The scores of all predictions must be probabilities. The intervals of 95 % are bootstrapped, over
 * whole speakers where predictions name them, else over clips.
 *
 * @throws {EvaluationError} `bad-argument` when there is no prediction or the scores do not fit `labels`.
 */
export function htmlReport(run: ReportRun): string {
  const { title, protocol, labels, predictions, history, config } = run;
  if (predictions.length === 0) {
    const message = 'htmlReport: `predictions` must hold one or more, got 0';
    throw new EvaluationError('bad-argument', message);
  }
  const yTrue = predictions.map(({ truth }) => truth);
  const yPred = predictions.map(({ predicted }) => predicted);
  const yProba = predictions.map(({ scores }) => scores);
  const matrix = confusionMatrix(yTrue, yPred, { labels });
  const bins = calibrationCurve(yTrue, yProba, { labels });
  const warning =
    protocol && PROTOCOLS[protocol].leaks
      ? '<p class="warning" role="note"><strong>These scores leak.</strong> Variants of the tested clips were trained on; new recordings will be recognised less often.</p>'
      : '';
  const sections = [
    section('Scores', scoreTable(run, yTrue, yPred, yProba)),
    section('Classes', classTable(run, yTrue, yPred)),
    section(
      'Confusions',
      figure(confusionMatrixSvg(matrix, labels), 'Counts, and parts of the true class.') +
        details('Counts as a table', matrixTable(matrix, labels)),
    ),
    hasSpeakers(predictions) &&
      section(
        'Speakers',
        figure(groupAccuracySvg(yTrue, yPred, speakersOf(predictions)), 'Dashed: the mean.'),
      ),
    section('ROC', figure(rocSvg(yTrue, yProba, { labels }), 'Above each panel the area.')),
    section(
      'Calibration',
      figure(
        reliabilitySvg(bins),
        'Bars: how often right, with the number of clips. Points: how sure. A perfectly calibrated classifier lies on the dashed line.',
      ),
    ),
    history && history.length > 0 && section('Training', historyFigures(history)),
    config &&
      section(
        'How it was made',
        table('Settings', ['setting', 'value'], Object.entries(config), 'prose'),
      ),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${protocol ? `<p>Protocol <strong>${protocol}</strong>: ${escapeHtml(PROTOCOLS[protocol].description)}.</p>` : ''}
${warning}
${sections.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

function scoreTable(
  { labels, predictions }: ReportRun,
  yTrue: string[],
  yPred: string[],
  yProba: number[][],
): string {
  // Of several seeds, a clip's predictions stand or fall together.
  const clips = predictions.map(({ clip }) => clip);
  const bySpeaker = hasSpeakers(predictions);
  const groups = bySpeaker ? speakersOf(predictions) : clips;
  const interval = (metric: (yTrue: string[], yPred: string[]) => number): BootstrapInterval =>
    bootstrapInterval(
      yTrue.length,
      (indices) =>
        metric(
          indices.map((i) => yTrue[i]),
          indices.map((i) => yPred[i]),
        ),
      { groups },
    );
  // One speaker or one clip has no interval.
  const units = new Set(groups).size;
  const range = (metric: (yTrue: string[], yPred: string[]) => number): string => {
    if (units < 2) return '';
    const { low, high } = interval(metric);
    return `${percent(low, 1)} to ${percent(high, 1)}`;
  };
  const uar = scoreFolds(predictions, (own) => balancedAccuracyScore(own.yTrue, own.yPred));
  const options = { labels };
  const macroF1 = (truth: string[], predicted: string[]): number =>
    f1Score(truth, predicted, { labels });
  const tested = new Set(clips).size;
  const rows: [string, string, string][] = [
    ['Clips tested', String(tested), ''],
    ...(tested < predictions.length
      ? [['Predictions for them', String(predictions.length), ''] as [string, string, string]]
      : []),
    ['Accuracy', percent(accuracyScore(yTrue, yPred), 1), range(accuracyScore)],
    [
      'Balanced accuracy (UAR)',
      percent(balancedAccuracyScore(yTrue, yPred), 1),
      range(balancedAccuracyScore),
    ],
    ['Macro F1', percent(macroF1(yTrue, yPred), 1), range(macroF1)],
    ['Cohen’s kappa', cohenKappaScore(yTrue, yPred, options).toFixed(3), ''],
    ['True class among the first two', percent(topKAccuracyScore(yTrue, yProba, options), 1), ''],
    ['Log loss (nats)', logLoss(yTrue, yProba, options).toFixed(3), ''],
    ['Calibration error', percent(expectedCalibrationError(yTrue, yProba, options), 1), ''],
  ];
  const { mean, stdOverFolds, stdOverSeeds, folds } = uar;
  if (folds.length > 1) {
    rows.push([`UAR, mean of ${folds.length} runs`, percent(mean, 1), '']);
    if (new Set(folds.map(({ fold }) => fold)).size > 1) {
      rows.push(['its deviation over folds', percent(stdOverFolds, 1), '']);
    }
    if (new Set(folds.map(({ seed }) => seed)).size > 1) {
      rows.push(['its deviation over seeds', percent(stdOverSeeds, 1), '']);
    }
  }
  return table(
    'Scores',
    ['score', 'value', `95 % interval${bySpeaker ? ' over speakers' : ''}`],
    rows,
  );
}

function classTable({ labels, predictions }: ReportRun, yTrue: string[], yPred: string[]): string {
  const isOnce = new Set(predictions.map(({ clip }) => clip)).size === predictions.length;
  const { classes } = classificationReport(yTrue, yPred, { labels });
  return table(
    'Scores of each class',
    ['class', 'precision', 'recall', 'F1', isOnce ? 'clips' : 'predictions'],
    classes.map(({ name, precision, recall, f1Score, support }) => [
      name,
      percent(precision, 1),
      percent(recall, 1),
      f1Score.toFixed(3),
      String(support),
    ]),
  );
}

function matrixTable(matrix: readonly (readonly number[])[], labels: readonly string[]): string {
  return table(
    'Confusion matrix',
    ['true \\ predicted', ...labels],
    matrix.map((row, i) => [labels[i], ...row.map(String)]),
  );
}

/** Whether any prediction names its speaker. */
function hasSpeakers(predictions: readonly Prediction[]): boolean {
  return predictions.some(({ speaker }) => speaker !== '');
}

/** The speaker of each prediction; all unknown ones count as one. */
function speakersOf(predictions: readonly Prediction[]): string[] {
  return predictions.map(({ speaker }) => speaker || 'unknown');
}

function historyFigures(history: readonly HistoryEpoch[]): string {
  return (['loss', 'accuracy'] as const)
    .filter((metric) => history.some((epoch) => epoch[metric] !== undefined))
    .map((metric) => figure(historySvg(history, { metric }), `${metric} by epoch`))
    .join('');
}
