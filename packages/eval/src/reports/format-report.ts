import type { ClassificationReport, ReportScores } from '../metrics/classification-report.ts';
import { formatFixed } from '../util/format-fixed.ts';

/** The options of `formatReport`. */
export interface FormatReportOptions {
  /** Decimals of the scores. Default 2. */
  digits?: number;
}

/** The width of a column of scores in scikit-learn's layout. */
const CELL_WIDTH = 9;

/**
 * A report as text, in scikit-learn's layout to the letter.
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
  { digits = 2 }: FormatReportOptions = {},
): string {
  const names = report.classes.map(({ name }) => name.length);
  const width = Math.max(...names, 'weighted avg'.length, digits);
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
    ...report.classes.map((s) => scores(s.name, s)),
    '\n',
    accuracy === undefined
      ? scores('micro avg', microAverage)
      : line('accuracy', '', '', formatFixed(accuracy, digits), microAverage.support),
    scores('macro avg', macroAverage),
    scores('weighted avg', weightedAverage),
  ].join('');
}
