import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from './check-list.ts';
import type { Label } from './label.ts';

/**
 * Checks that a confusion matrix has a row and a column of numbers for each label.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkMatrix(
  caller: string,
  matrix: readonly (readonly number[])[],
  labels: readonly Label[],
): void {
  checkList(caller, 'matrix', matrix);
  checkList(caller, 'labels', labels);
  const n = labels.length;
  for (let i = 0; i < matrix.length; i++) checkList(caller, `matrix[${i}]`, matrix[i]);
  const lengths = [...new Set(matrix.map((row) => row.length))];
  if (n === 0 || matrix.length !== n || lengths.some((length) => length !== n)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`matrix\` must be ${n} × ${n} for ${n} labels, ` +
        `got ${matrix.length} rows of ${lengths.slice(0, 3).join(' and ') || 0}`,
    );
  }
  matrix.forEach((row, i) => {
    if (row.every((count) => typeof count === 'number')) return;
    const message = `${caller}: \`matrix\` must hold numbers, got another value in row ${i}`;
    throw new EvaluationError('bad-argument', message);
  });
}
