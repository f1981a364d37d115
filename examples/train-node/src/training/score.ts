import {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
} from '@ser/eval';
import { type Classifier, takeRows } from '@ser/model';
import { EMOTIONS } from '@ser/ravdess';
import type { FeatureTable } from '../table/feature-table.ts';

/** The figures of one part of the data. */
export interface Score {
  n: number;
  accuracy: number;
  /** Unweighted average recall: scikit-learn's `balanced_accuracy_score`. */
  uar: number;
  macroF1: number;
}

/** Figures with what they were computed from. */
export interface DetailedScore extends Score {
  labels: readonly string[];
  /** Rows: true label; columns: predicted label; both in the order of `labels`. */
  confusionMatrix: number[][];
  report: ReturnType<typeof classificationReport>;
}

/** Scores a classifier on the table's rows at `indices`. */
export async function score(
  classifier: Classifier,
  table: FeatureTable,
  indices: number[],
): Promise<DetailedScore> {
  const width = table.names.length;
  const examples = indices.map((index) => takeRows(table.x, width, [index]));
  const yTrue = indices.map((index): string => table.rows[index].label);
  const yPred = (await classifier.predict(examples)).map(({ label }) => label);
  const labels = EMOTIONS.filter((emotion) => yTrue.includes(emotion) || yPred.includes(emotion));
  return {
    n: indices.length,
    accuracy: accuracyScore(yTrue, yPred),
    uar: balancedAccuracyScore(yTrue, yPred),
    macroF1: f1Score(yTrue, yPred, { average: 'macro', zeroDivision: 0 }) as number,
    labels,
    confusionMatrix: confusionMatrix(yTrue, yPred, { labels }),
    report: classificationReport(yTrue, yPred, { labels, zeroDivision: 0 }),
  };
}

/** The figures alone. */
export function figures({ n, accuracy, uar, macroF1 }: Score): Score {
  return { n, accuracy, uar, macroF1 };
}
