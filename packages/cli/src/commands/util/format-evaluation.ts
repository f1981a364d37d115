import { formatConfusionMatrix, formatReport } from '@ser/eval';
import type { DetailedScore, Interval, SpeakerIntervals } from '@ser/experiment';
import { visible } from '../../console/visible.ts';
import type { AmongOccurring } from './among-occurring.ts';

/** What the figures make of labels that no clip has. */
const MEANING =
  ': UAR is over the labels that occur; one that is predicted is wrong, and macro F1 counts it as 0';

/**
 * The lines that `ser evaluate` prints for people.
 *
 * @param found absent: labels of the model of which there is no clip; amongOccurring: the figures
 *   without these
 */
export function formatEvaluation(
  model: string,
  { n, accuracy, uar, macroF1, labels, confusionMatrix, report }: DetailedScore,
  found: SpeakerIntervals & { absent: readonly string[]; amongOccurring: AmongOccurring | null },
): string[] {
  const { absent, amongOccurring: among, intervals, speakers } = found;
  const classes = report.classes.map((scores) => ({ ...scores, name: visible(scores.name) }));
  return [
    `model      ${model}`,
    `clips      ${n}`,
    `accuracy   ${accuracy.toFixed(3)}`,
    `UAR        ${uar.toFixed(3)}`,
    `macro F1   ${macroF1.toFixed(3)}`,
    ...(intervals
      ? [`interval   UAR ${between(intervals.uar)}, 95 % over ${speakers} speakers`]
      : []),
    ...(absent.length > 0 ? [`no clips   of ${absent.map(visible).join(', ')}${MEANING}`] : []),
    ...(among ? [`among      ${describeAmong(among)}`] : []),
    '',
    ...formatReport({ ...report, classes }).split('\n'),
    'confusion matrix: rows are the true emotion, columns the predicted one',
    '',
    ...formatConfusionMatrix(confusionMatrix, labels.map(visible)).split('\n'),
  ];
}

function describeAmong({ labels, accuracy, uar, chance, intervals }: AmongOccurring): string {
  const bounds = intervals ? ` (${between(intervals.uar)})` : '';
  return (
    `the ${labels.length} labels that the data have, by the highest of their scores: ` +
    `UAR ${uar.toFixed(3)}${bounds}, accuracy ${accuracy.toFixed(3)}; ` +
    `the UAR of chance is ${chance.toFixed(3)}`
  );
}

function between({ low, high }: Interval): string {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}
