import type { OptionNames } from '@ser/internal';
import type { ClassificationReport, ReportScores } from '../metrics/classification-report.ts';
import { checkDigits } from '../util/check-digits.ts';
import { checkList } from '../util/check-list.ts';
import { checkObject } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { formatFixed } from '../util/format-fixed.ts';
import { longest } from '../util/longest.ts';
import { printable } from '../util/printable.ts';

/** The options of `formatReport`. */
export interface FormatReportOptions {
  /** Decimals of the scores. Default 2. */
  digits?: number;
}

const OPTIONS: OptionNames<FormatReportOptions> = { digits: true };

/** The width of a column of scores in scikit-learn's layout. */
const CELL_WIDTH = 9;

/**
 * A report as text, in scikit-learn's layout to the letter. Control characters of names are
 * escaped.
 *
 * @throws {EvaluationError} `bad-argument` unless `report` is one and `digits` in [0, 100].
 *
 * @example
 *               precision    recall  f1-score   support
 *
 *         calm       0.50      1.00      0.67         1
 *          sad       1.00      0.50      0.67         2
 *
 *     accuracy                           0.67         3
 *    macro avg       0.75      0.75      0.67         3
 * weighted avg       0.83      0.67      0.67         3
 */
export function formatReport(
  report: ClassificationReport,
  options: FormatReportOptions = {},
): string {
  const { digits = 2 } = checkOptions('formatReport', options, OPTIONS);
  checkDigits('formatReport', 'digits', digits);
  checkObject('formatReport', 'report', report);
  checkList('formatReport', 'report.classes', report.classes);
  const names = report.classes.map(({ name }) => printable(name));
  const width = Math.max(longest(names), 'weighted avg'.length, digits);
  const line = (name: string, ...cells: (string | number)[]): string => {
    const padded = cells.map((cell) => ` ${String(cell).padStart(CELL_WIDTH)}`);
    return `${name.padStart(width)} ${padded.join('')}\n`;
  };
  const scores = (name: string, s: ReportScores): string =>
    line(
      name,
      formatFixed(s.precision, digits),
      formatFixed(s.recall, digits),
      formatFixed(s.f1Score, digits),
      s.support,
    );
  const { accuracy, microAverage, macroAverage, weightedAverage } = report;
  return [
    line('', 'precision', 'recall', 'f1-score', 'support'),
    '\n',
    ...report.classes.map((s, i) => scores(names[i], s)),
    '\n',
    accuracy === undefined
      ? scores('micro avg', microAverage)
      : line('accuracy', '', '', formatFixed(accuracy, digits), microAverage.support),
    scores('macro avg', macroAverage),
    scores('weighted avg', weightedAverage),
  ].join('');
}
