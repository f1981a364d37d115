import { formatConfusionMatrix, formatReport } from '@ser/eval';
import type { DetailedScore } from '@ser/experiment';

/** What `ser evaluate` prints for people. */
export function formatEvaluation(
  model: string,
  { n, accuracy, uar, macroF1, labels, confusionMatrix, report }: DetailedScore,
): string {
  return `${[
    `model      ${model}`,
    `clips      ${n}`,
    `accuracy   ${accuracy.toFixed(3)}`,
    `UAR        ${uar.toFixed(3)}`,
    `macro F1   ${macroF1.toFixed(3)}`,
    '',
    formatReport(report),
    'confusion matrix: rows are the true emotion, columns the predicted one',
    '',
    formatConfusionMatrix(confusionMatrix, labels),
  ].join('\n')}\n`;
}
