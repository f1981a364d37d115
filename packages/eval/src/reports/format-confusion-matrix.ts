import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';

/** The options of `formatConfusionMatrix`. */
export interface FormatConfusionMatrixOptions {
  /** Decimals, where not every entry is a whole number. Default 2. */
  digits?: number;
}

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
  { digits = 2 }: FormatConfusionMatrixOptions = {},
): string {
  const n = labels.length;
  if (matrix.length !== n || matrix.some((row) => row.length !== n)) {
    const lengths = [...new Set(matrix.map((row) => row.length))].join(' and ');
    throw new EvaluationError(
      'bad-argument',
      `formatConfusionMatrix: \`matrix\` must be ${n} × ${n} for ${n} labels, ` +
        `got ${matrix.length} rows of ${lengths || 0}`,
    );
  }
  const whole = matrix.every((row) => row.every(Number.isInteger));
  const cells = matrix.map((row) => row.map((x) => (whole ? String(x) : x.toFixed(digits))));
  const names = labels.map(String);
  const heads = abbreviate(names);
  const corner = 'true \\ predicted';
  const nameWidth = Math.max(...[corner, ...names].map((name) => name.length));
  const cellWidth = 2 + Math.max(...[...heads, ...cells.flat()].map((cell) => cell.length));
  const line = (name: string, row: readonly string[]): string =>
    `${name.padStart(nameWidth)} ${row.map((cell) => cell.padStart(cellWidth)).join('')}\n`;
  return line(corner, heads) + cells.map((row, i) => line(names[i], row)).join('');
}

function abbreviate(names: readonly string[]): string[] {
  const longest = Math.max(...names.map((name) => name.length));
  for (let length = 3; length < longest; length++) {
    const heads = names.map((name) => name.slice(0, length));
    if (new Set(heads).size === names.length) return heads;
  }
  return [...names];
}
