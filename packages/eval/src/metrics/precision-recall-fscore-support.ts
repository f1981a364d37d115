import { EvaluationError } from '../evaluation-error.ts';
import { checkChoice } from '../util/check-choice.ts';
import { checkTargets, type WeightOptions } from '../util/check-targets.ts';
import { chooseLabels, type Label } from '../util/label.ts';

export interface PrecisionRecallOptions extends WeightOptions {
  /** Which classes, in which order; every class that occurs unless given. */
  labels?: readonly Label[];
  /** How much more recall weighs than precision in the F-score; 1 unless given. */
  beta?: number;
  /** The score where 0 is divided by 0, 0 unless given; averages skip NaN. */
  zeroDivision?: 0 | 1 | typeof Number.NaN;
}

/** One entry for each class, in the order of `labels`. */
export interface PrecisionRecallFscoreSupport {
  labels: Label[];
  /** Of the samples predicted as the class, the fraction that is of it. */
  precision: number[];
  /** Of the samples of the class, the fraction predicted as such. */
  recall: number[];
  fscore: number[];
  /** Weight of the samples of the class. */
  support: number[];
}

/** How scores of classes become one. */
export type Average =
  /** From the counts of all classes together. */
  | 'micro'
  /** Their mean. */
  | 'macro'
  /** Their mean, weighted by support. */
  | 'weighted';

export interface AverageScores {
  precision: number;
  recall: number;
  fscore: number;
}

/** What the scores of one or several classes are made from. */
export interface ClassCounts {
  label: Label;
  truePositives: number;
  predicted: number;
  actual: number;
}

/**
 * Precision, recall, F-score and support of each class. For averages see `precisionScore`,
 * `recallScore` and `f1Score`: an option that changes the type of the result, as in scikit-learn,
 * is not here.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or a negative `beta`.
 * @see scikit-learn's `precision_recall_fscore_support` with `average=None`
 */
export function precisionRecallFscoreSupport(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  options: PrecisionRecallOptions = {},
): PrecisionRecallFscoreSupport {
  const counts = countClasses('precisionRecallFscoreSupport', yTrue, yPred, options);
  const scores = counts.map((count) => scoresOf(count, options));
  return {
    labels: counts.map(({ label }) => label),
    precision: scores.map(({ precision }) => precision),
    recall: scores.map(({ recall }) => recall),
    fscore: scores.map(({ fscore }) => fscore),
    support: counts.map(({ actual }) => actual),
  };
}

/** @throws {EvaluationError} `bad-argument`, in the name of `caller`. */
export function countClasses(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { labels, sampleWeight, beta = 1, zeroDivision = 0 }: PrecisionRecallOptions,
): ClassCounts[] {
  if (!(beta >= 0)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`beta\` must be at least 0, got ${beta}`,
    );
  }
  checkChoice(caller, 'zeroDivision', zeroDivision, [0, 1, Number.NaN]);
  const weight = checkTargets(caller, yTrue, yPred, sampleWeight);
  const classes = chooseLabels(caller, labels, yTrue, yPred);
  const counts = classes.map((label) => ({ label, truePositives: 0, predicted: 0, actual: 0 }));
  const of = new Map(counts.map((count) => [count.label, count]));
  for (let i = 0; i < yTrue.length; i++) {
    const actual = of.get(yTrue[i]);
    const predicted = of.get(yPred[i]);
    if (actual) actual.actual += weight(i);
    if (predicted) predicted.predicted += weight(i);
    if (actual && actual === predicted) actual.truePositives += weight(i);
  }
  return counts;
}

/** The scores of all classes in one, by scikit-learn's rules for NaN and for no support at all. */
export function averageScores(
  counts: readonly ClassCounts[],
  average: Average,
  options: PrecisionRecallOptions,
): AverageScores {
  if (average === 'micro') {
    const total = { truePositives: 0, predicted: 0, actual: 0 };
    for (const count of counts) {
      total.truePositives += count.truePositives;
      total.predicted += count.predicted;
      total.actual += count.actual;
    }
    return scoresOf(total, options);
  }
  const scores = counts.map((count) => scoresOf(count, options));
  const mean = (score: keyof AverageScores): number => {
    const defined = counts.flatMap(({ actual }, i) =>
      Number.isNaN(scores[i][score]) ? [] : [{ value: scores[i][score], weight: actual }],
    );
    const total = defined.reduce((sum, { weight }) => sum + weight, 0);
    return average === 'weighted' && total > 0
      ? defined.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
      : defined.reduce((sum, { value }) => sum + value, 0) / defined.length;
  };
  return { precision: mean('precision'), recall: mean('recall'), fscore: mean('fscore') };
}

function scoresOf(
  { truePositives, predicted, actual }: Omit<ClassCounts, 'label'>,
  { beta = 1, zeroDivision = 0 }: PrecisionRecallOptions,
): AverageScores {
  const divide = (a: number, b: number): number => (b === 0 ? zeroDivision : a / b);
  const precision = divide(truePositives, predicted);
  const recall = divide(truePositives, actual);
  if (beta === Number.POSITIVE_INFINITY) return { precision, recall, fscore: recall };
  if (beta === 0) return { precision, recall, fscore: precision };
  const fscore = divide((1 + beta ** 2) * truePositives, beta ** 2 * actual + predicted);
  return { precision, recall, fscore };
}
