import { accuracyScore, balancedAccuracyScore, f1Score } from '@ser/eval';

/** The figures that every report has. A new one is a field here and an entry of `METRICS`. */
export interface Figures {
  /** Share of the rows that are right. */
  accuracy: number;
  /** Unweighted average recall: scikit-learn's `balanced_accuracy_score`. */
  uar: number;
  /** Mean F1 of the classes. */
  macroF1: number;
}

/** How a figure is computed, and what tables call it. */
export interface Metric {
  readonly title: string;
  compute(yTrue: string[], yPred: string[]): number;
}

/** The metrics behind the figures, in the order of tables. */
export const METRICS: Readonly<Record<keyof Figures, Metric>> = {
  accuracy: { title: 'accuracy', compute: (yTrue, yPred) => accuracyScore(yTrue, yPred) },
  uar: { title: 'UAR', compute: (yTrue, yPred) => balancedAccuracyScore(yTrue, yPred) },
  macroF1: {
    title: 'macro F1',
    compute: (yTrue, yPred) => f1Score(yTrue, yPred, { average: 'macro', zeroDivision: 0 }),
  },
};

/** The names of the figures, in the order of tables. */
export const FIGURE_NAMES = Object.keys(METRICS) as readonly (keyof Figures)[];

/** A value for each figure. */
export function mapFigures<T>(value: (name: keyof Figures) => T): Record<keyof Figures, T> {
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, value(name)])) as Record<
    keyof Figures,
    T
  >;
}
