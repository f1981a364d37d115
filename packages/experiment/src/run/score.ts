import {
  accuracyScore,
  balancedAccuracyScore,
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  f1Score,
  type Prediction,
} from '@ser/eval';

/** The figures of one part of the data. */
export interface Score {
  /** Rows. */
  n: number;
  /** Share of the rows that are right. */
  accuracy: number;
  /** Unweighted average recall: scikit-learn's `balanced_accuracy_score`. */
  uar: number;
  /** Mean F1 of the classes. */
  macroF1: number;
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
    accuracy: accuracyScore(yTrue, yPred),
    uar: balancedAccuracyScore(yTrue, yPred),
    macroF1: f1Score(yTrue, yPred, { average: 'macro', zeroDivision: 0 }),
    labels,
    confusionMatrix: confusionMatrix(yTrue, yPred, { labels }),
    report: classificationReport(yTrue, yPred, { labels, zeroDivision: 0 }),
  };
}

/** The figures alone. */
export function figures({ n, accuracy, uar, macroF1 }: Score): Score {
  return { n, accuracy, uar, macroF1 };
}
