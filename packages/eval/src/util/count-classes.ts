import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkChoice } from './check-choice.ts';
import { checkTargets, WEIGHT_OPTIONS, type WeightOptions } from './check-targets.ts';
import { chooseLabels } from './choose-labels.ts';
import { describe } from './describe.ts';
import type { Label } from './label.ts';
import { weightOf } from './weight-of.ts';

/** The options of the metrics of precision and recall. */
export interface PrecisionRecallOptions extends WeightOptions {
  /** Which classes, in which order. Default: every class that occurs. */
  labels?: readonly Label[];
  /** How much more recall weighs than precision in the F-score. Default 1. */
  beta?: number;
  /** The score where 0 is divided by 0; averages skip NaN. Default 0. */
  zeroDivision?: 0 | 1 | typeof Number.NaN;
}

export const PRECISION_RECALL_OPTIONS: OptionNames<PrecisionRecallOptions> = {
  ...WEIGHT_OPTIONS,
  labels: true,
  beta: true,
  zeroDivision: true,
};

/** The weights of samples that precision and recall are computed from. */
export interface Counts {
  truePositives: number;
  predicted: number;
  actual: number;
}

/** The counts of one class. */
export interface ClassCounts extends Counts {
  label: Label;
}

/**
 * Counts how often each class occurs, is predicted, and both.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function countClasses(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { labels, sampleWeight, beta = 1, zeroDivision = 0 }: PrecisionRecallOptions,
): ClassCounts[] {
  if (!(typeof beta === 'number' && beta >= 0)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`beta\` must be ≥ 0, got ${describe(beta)}`,
    );
  }
  checkChoice(caller, 'zeroDivision', zeroDivision, [0, 1, Number.NaN]);
  checkTargets(caller, yTrue, yPred, sampleWeight);
  const weight = weightOf(sampleWeight);
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
