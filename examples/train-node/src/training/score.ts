import {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  confusionMatrix,
  f1Score,
  type Prediction,
} from '@ser/eval';
import { type Classifier, takeRows } from '@ser/model';
import { EMOTIONS } from '@ser/ravdess';
import type { FeatureTable } from '../table/feature-table.ts';
import type { RunConfig } from './run-config.ts';

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

/** What the classifier says of the table's rows at `indices`; fold and seed are those of the run. */
export async function predictRows(
  classifier: Classifier,
  table: FeatureTable,
  indices: number[],
  { fold, seed }: Pick<RunConfig, 'fold' | 'seed'>,
): Promise<Prediction[]> {
  const width = table.names.length;
  const examples = indices.map((index) => takeRows(table.x, width, [index]));
  const said = await classifier.predict(examples);
  return indices.map((index, i) => ({
    clip: table.rows[index].clip,
    fold,
    seed,
    label: table.rows[index].label,
    predicted: said[i].label,
    scores: EMOTIONS.map((emotion) => said[i].scores[emotion]),
  }));
}

/** The figures of predictions. */
export function score(predictions: Prediction[]): DetailedScore {
  const yTrue = predictions.map(({ label }) => label);
  const yPred = predictions.map(({ predicted }) => predicted);
  const labels = EMOTIONS.filter((emotion) => yTrue.includes(emotion) || yPred.includes(emotion));
  return {
    n: predictions.length,
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
