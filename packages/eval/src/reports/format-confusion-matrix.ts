import type { OptionNames } from '@ser/internal';
import { checkDigits } from '../util/check-digits.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Label } from '../util/label.ts';
import { longest } from '../util/longest.ts';
import { printable } from '../util/printable.ts';

/** The options of `formatConfusionMatrix`. */
export interface FormatConfusionMatrixOptions {
  /** Decimals, where not every entry is a whole number. Default 2. */
  digits?: number;
}

const OPTIONS: OptionNames<FormatConfusionMatrixOptions> = { digits: true };

/**
 * A confusion matrix as aligned text for terminals: a row for each true class, a column for each
 * predicted one. A column's head is the first letters of its label, three or as many as
 * tell the labels apart, so that eight emotions fit into 80 columns.
 *
 * @param matrix From `confusionMatrix`; `[labels, labels]`.
 * @throws {EvaluationError} `bad-argument` when `matrix` has not a row and a column for each label.
 *
 * @example
 * formatConfusionMatrix([[7, 1], [0, 12]], ['calm', 'sad']);
 * // true \ predicted   cal  sad
 * //             calm     7    1
 * //              sad     0   12
 */
export function formatConfusionMatrix(
  matrix: readonly (readonly number[])[],
  labels: readonly Label[],
  options: FormatConfusionMatrixOptions = {},
): string {
  const { digits = 2 } = checkOptions('formatConfusionMatrix', options, OPTIONS);
  checkDigits('formatConfusionMatrix', 'digits', digits);
  checkMatrix('formatConfusionMatrix', matrix, labels);
  const whole = matrix.every((row) => row.every(Number.isInteger));
  const cells = matrix.map((row) => row.map((x) => (whole ? String(x) : x.toFixed(digits))));
  const names = labels.map((label) => printable(String(label)));
  const heads = abbreviate(names);
  const corner = 'true \\ predicted';
  const nameWidth = longest([corner, ...names]);
  const cellWidth = 2 + longest([...heads, ...cells.flat()]);
  const line = (name: string, row: readonly string[]): string =>
    `${name.padStart(nameWidth)} ${row.map((cell) => cell.padStart(cellWidth)).join('')}\n`;
  return line(corner, heads) + cells.map((row, i) => line(names[i], row)).join('');
}

function abbreviate(names: readonly string[]): string[] {
  for (let length = 3; length < longest(names); length++) {
    const heads = names.map((name) => name.slice(0, length));
    if (new Set(heads).size === names.length) return heads;
  }
  return [...names];
}
