import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from './label.ts';
import { labelList } from './label-list.ts';

/**
 * The different labels in the given arrays, sorted as scikit-learn sorts them: numbers by value,
 * strings by code unit.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, when strings and numbers are
 *   mixed, for NaN, and for what is neither.
 */
export function uniqueLabels<L extends Label>(
  caller: string,
  ...arrays: readonly ArrayLike<L>[]
): L[] {
  const distinct = new Set<L>();
  for (const array of arrays) for (let i = 0; i < array.length; i++) distinct.add(array[i]);
  const labels = [...distinct];
  const kinds = new Set(labels.map((label) => typeof label));
  const isKnown = kinds.has('string') || kinds.has('number') || labels.length === 0;
  if (kinds.size > 1 || !isKnown || labels.some(Number.isNaN)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: labels must be all strings or all numbers, got ${labelList(labels)}`,
    );
  }
  return labels.sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
}
