import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from './check-list.ts';
import type { Label } from './label.ts';
import { labelList } from './label-list.ts';
import { uniqueLabels } from './unique-labels.ts';

/**
 * `labels` when given, else every label that occurs.
 *
 * @throws {EvaluationError} `bad-argument` when `labels` is empty or names one twice.
 */
export function chooseLabels(
  caller: string,
  labels: readonly Label[] | undefined,
  ...arrays: readonly ArrayLike<Label>[]
): readonly Label[] {
  if (!labels) return uniqueLabels(caller, ...arrays);
  checkList(caller, 'labels', labels);
  if (labels.length === 0 || new Set(labels).size < labels.length) {
    const got = labelList(labels);
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`labels\` must name one class or more, each once, got ${got}`,
    );
  }
  return labels;
}
