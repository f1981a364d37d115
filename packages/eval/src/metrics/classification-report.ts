import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { type Average, averageScores } from '../util/average-scores.ts';
import { checkList } from '../util/check-list.ts';
import { checkOptions } from '../util/check-options.ts';
import {
  countClasses,
  PRECISION_RECALL_OPTIONS,
  type PrecisionRecallOptions,
} from '../util/count-classes.ts';
import type { Label } from '../util/label.ts';
import { uniqueLabels } from '../util/unique-labels.ts';
import { precisionRecallFscoreSupport } from './precision-recall-fscore-support.ts';

/** The options of `classificationReport`. */
export interface ClassificationReportOptions extends Omit<PrecisionRecallOptions, 'beta'> {
  /** A name to show for each of `labels`. Default: the labels themselves. */
  targetNames?: readonly string[];
}

const { beta: _, ...UNWEIGHTED } = PRECISION_RECALL_OPTIONS;
const OPTIONS: OptionNames<ClassificationReportOptions> = { ...UNWEIGHTED, targetNames: true };

/** The scores of a class, or an average of them; 0 to 1, or NaN. */
export interface ReportScores {
  precision: number;
  recall: number;
  f1Score: number;
  /** Weight of the samples. */
  support: number;
}

/** The scores of one class. */
export interface ClassScores extends ReportScores {
  label: Label;
  /** The name that reports show. */
  name: string;
}

/** The usual metrics of a classifier, as plain JSON. `formatReport` makes text of it. */
export interface ClassificationReport {
  classes: ClassScores[];
  /** Absent where `labels` leaves out a class, because it would not be the accuracy then. */
  accuracy?: number;
  microAverage: ReportScores;
  macroAverage: ReportScores;
  weightedAverage: ReportScores;
}

/**
 * Precision, recall, F1 and support of each class, their averages, and accuracy.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, or when `targetNames` lacks
 *   the name of a label or has one too many.
 * @see scikit-learn's `classification_report`
 */
export function classificationReport(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  reportOptions: ClassificationReportOptions = {},
): ClassificationReport {
  const { targetNames, ...options } = checkOptions('classificationReport', reportOptions, OPTIONS);
  const counts = countClasses('classificationReport', yTrue, yPred, options);
  if (targetNames) checkList('classificationReport', 'targetNames', targetNames);
  if (targetNames && targetNames.length !== counts.length) {
    throw new EvaluationError(
      'bad-argument',
      `classificationReport: \`targetNames\` must name each of the ${counts.length} labels, ` +
        `got ${targetNames.length}`,
    );
  }
  const scores = precisionRecallFscoreSupport(yTrue, yPred, options);
  const classes = scores.labels.map((label, i) => ({
    label,
    name: String(targetNames?.[i] ?? label),
    precision: scores.precision[i],
    recall: scores.recall[i],
    f1Score: scores.fscore[i],
    support: scores.support[i],
  }));
  const support = scores.support.reduce((a, b) => a + b, 0);
  const averaged = (average: Average): ReportScores => {
    const { precision, recall, fscore } = averageScores(counts, average, options);
    return { precision, recall, f1Score: fscore, support };
  };
  const microAverage = averaged('micro');
  const reported = new Set(scores.labels);
  const covered = uniqueLabels('classificationReport', yTrue, yPred).every((label) =>
    reported.has(label),
  );
  return {
    classes,
    ...(covered && { accuracy: microAverage.f1Score }),
    microAverage,
    macroAverage: averaged('macro'),
    weightedAverage: averaged('weighted'),
  };
}
