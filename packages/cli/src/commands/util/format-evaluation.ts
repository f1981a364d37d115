import { formatConfusionMatrix, formatReport } from '@ser/eval';
import type { DetailedScore } from '@ser/experiment';
import { visible } from '../../console/visible.ts';

/** The lines that `ser evaluate` prints for people. */
export function formatEvaluation(
  model: string,
  { n, accuracy, uar, macroF1, labels, confusionMatrix, report }: DetailedScore,
): string[] {
  const classes = report.classes.map((scores) => ({ ...scores, name: visible(scores.name) }));
  return [
    `model      ${model}`,
    `clips      ${n}`,
    `accuracy   ${accuracy.toFixed(3)}`,
    `UAR        ${uar.toFixed(3)}`,
    `macro F1   ${macroF1.toFixed(3)}`,
    '',
    ...formatReport({ ...report, classes }).split('\n'),
    'confusion matrix: rows are the true emotion, columns the predicted one',
    '',
    ...formatConfusionMatrix(confusionMatrix, labels.map(visible)).split('\n'),
  ];
}
