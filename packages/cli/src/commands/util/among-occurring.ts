import type { Prediction } from '@ser/eval';
import { type Score, type SpeakerIntervals, score, speakerIntervals } from '@ser/experiment';

/** What a model finds among the labels that the data have, as if it knew no others. */
export interface AmongOccurring extends Omit<Score, 'n'>, Pick<SpeakerIntervals, 'intervals'> {
  /** In the order of the model's. */
  labels: string[];
  /** The UAR of guessing: 1 of so many labels. */
  chance: number;
}

/**
 * The figures of a model's predictions where the highest score counts among the labels that the data
 * have; null where these are all of the model's, and where there is only one.
 *
 * @param classes the labels of the model, in the order of the scores
 */
export function amongOccurring(
  predictions: readonly Prediction[],
  classes: readonly string[],
): AmongOccurring | null {
  const tested = new Set(predictions.map(({ truth }) => truth));
  const labels = classes.filter((label) => tested.has(label));
  if (labels.length === classes.length || labels.length < 2) return null;
  const columns = labels.map((label) => classes.indexOf(label));
  const own = predictions.map((prediction): Prediction => {
    const scores = columns.map((column) => prediction.scores[column]);
    // The first of equals, as in the predictions themselves.
    return { ...prediction, scores, predicted: labels[scores.indexOf(Math.max(...scores))] };
  });
  const { accuracy, uar, macroF1 } = score(own, labels);
  const { intervals } = speakerIntervals(own);
  const chance = 1 / labels.length;
  return { labels, accuracy, uar, macroF1, chance, ...(intervals && { intervals }) };
}
