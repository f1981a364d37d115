import { calibrationCurve } from '../../metrics/calibration-curve.ts';
import { confusionMatrix } from '../../metrics/confusion-matrix.ts';
import { confusionMatrixSvg } from '../../plots/confusion-matrix-svg.ts';
import { groupAccuracySvg } from '../../plots/group-accuracy-svg.ts';
import { type HistoryEpoch, historySvg } from '../../plots/history-svg.ts';
import { reliabilitySvg } from '../../plots/reliability-svg.ts';
import { rocSvg } from '../../plots/roc-svg.ts';
import { MOST_BARS, MOST_CLASSES } from '../../plots/util/most-drawn.ts';
import { toRunPredictions } from '../../util/run-predictions.ts';
import type { ReportRun } from '../report-run.ts';
import { classTable } from './class-table.ts';
import { details, figure, section, table } from './elements.ts';
import { scoreTable } from './score-table.ts';
import { speakersOf } from './speakers-of.ts';

/** The report's sections in their order, without those for which the run has no data. */
export function sections(run: ReportRun): string[] {
  return [
    section('Scores', scoreTable(run)),
    section('Classes', classTable(run)),
    section('Confusions', confusions(run)),
    ...speakers(run),
    section('ROC', roc(run)),
    section('Calibration', calibration(run)),
    ...training(run),
    ...settings(run),
  ];
}

/** What stands in the place of a figure of more than can be drawn. */
function tooMany(count: number, what: string): string {
  return `<p>${count} ${what} are too many to draw.</p>`;
}

function confusions({ labels, predictions }: ReportRun): string {
  if (labels.length > MOST_CLASSES) return tooMany(labels.length, 'classes');
  const { yTrue, yPred } = toRunPredictions(predictions);
  const matrix = confusionMatrix(yTrue, yPred, { labels });
  const rows = matrix.map((row, i) => [labels[i], ...row.map(String)]);
  return (
    figure(confusionMatrixSvg(matrix, labels), 'Counts, and parts of the true class.') +
    details('Counts as a table', table('Confusion matrix', ['true \\ predicted', ...labels], rows))
  );
}

function speakers({ predictions }: ReportRun): string[] {
  const { yTrue, yPred } = toRunPredictions(predictions);
  const groups = speakersOf(predictions);
  if (!groups) return [];
  const count = new Set(groups).size;
  const content =
    count > MOST_BARS
      ? tooMany(count, 'speakers')
      : figure(groupAccuracySvg(yTrue, yPred, groups), 'Dashed: the mean.');
  return [section('Speakers', content)];
}

function roc({ labels, predictions }: ReportRun): string {
  if (labels.length > MOST_CLASSES) return tooMany(labels.length, 'classes');
  const { yTrue, yScore } = toRunPredictions(predictions);
  return figure(rocSvg(yTrue, yScore, { labels }), 'Above each panel the area.');
}

function calibration({ labels, predictions }: ReportRun): string {
  const { yTrue, yScore } = toRunPredictions(predictions);
  return figure(
    reliabilitySvg(calibrationCurve(yTrue, yScore, { labels })),
    'Bars: how often right, with the number of clips. Points: how sure. ' +
      'A perfectly calibrated classifier lies on the dashed line.',
  );
}

function training({ history = [] }: ReportRun): string[] {
  if (history.length === 0) return [];
  const isDrawn = (metric: keyof HistoryEpoch): boolean =>
    history.some((epoch) => Number.isFinite(epoch[metric]));
  const figures = [
    ...(isDrawn('loss') || isDrawn('valLoss') ? (['loss'] as const) : []),
    ...(isDrawn('accuracy') || isDrawn('valAccuracy') ? (['accuracy'] as const) : []),
  ].map((metric) => figure(historySvg(history, { metric }), `${metric} by epoch`));
  const content = figures.join('') || '<p>No epoch has a finite loss or accuracy.</p>';
  return [section('Training', content)];
}

function settings({ config }: ReportRun): string[] {
  if (!config) return [];
  const rows = Object.entries(config);
  return [section('How it was made', table('Settings', ['setting', 'value'], rows, 'prose'))];
}
