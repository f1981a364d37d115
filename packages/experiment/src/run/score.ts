import {
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  type Prediction,
} from '@ser/eval';
import { type Figures, METRICS, mapFigures } from './figures.ts';

/** The figures of one part of the data. */
export interface Score extends Figures {
  /** Rows. */
  n: number;
}

/** Figures with what they were computed from. */
export interface DetailedScore extends Score {
  /** The labels that occur, in the order of the classes. */
  labels: readonly string[];
  /** Rows: true label; columns: predicted label; both in the order of `labels`. */
  confusionMatrix: number[][];
  /** Precision, recall and F1 of each class. */
  report: ClassificationReport;
}

/**
 * The figures of predictions.
 *
 * @param classes all labels, in the order of the model's outputs
 */
export function score(
  predictions: readonly Prediction[],
  classes: readonly string[],
): DetailedScore {
  const yTrue = predictions.map(({ truth }) => truth);
  const yPred = predictions.map(({ predicted }) => predicted);
  const labels = classes.filter((label) => yTrue.includes(label) || yPred.includes(label));
  return {
    n: predictions.length,
    ...mapFigures((name) => METRICS[name].compute(yTrue, yPred)),
    labels,
    confusionMatrix: confusionMatrix(yTrue, yPred, { labels }),
    report: classificationReport(yTrue, yPred, { labels, zeroDivision: 0 }),
  };
}

/** The figures alone. */
export function figuresOf(found: Score): Score {
  return { n: found.n, ...mapFigures((name) => found[name]) };
}
