import { EvaluationError } from '../evaluation-error.ts';

/** A class: its name or its number. One call takes one kind. */
export type Label = string | number;

/**
 * The different labels in the given arrays, sorted as scikit-learn sorts them: numbers by value,
 * strings by code unit.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, when strings and numbers are
 *   mixed, for NaN, and for what is neither.
 */
export function uniqueLabels(caller: string, ...arrays: readonly ArrayLike<Label>[]): Label[] {
  const seen = new Set<Label>();
  for (const array of arrays) for (let i = 0; i < array.length; i++) seen.add(array[i]);
  const labels = [...seen];
  const kinds = new Set(labels.map((label) => typeof label));
  const isKnown = kinds.has('string') || kinds.has('number') || labels.length === 0;
  if (kinds.size > 1 || !isKnown || labels.some(Number.isNaN)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: labels must be all strings or all numbers, got ${JSON.stringify(labels)}`,
    );
  }
  return labels.sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
}

/**
 * Checks that labels can be compared: `1` and `'1'` are different, `undefined` equals itself, and
 * NaN does not, so that a metric of them would be a number and mean nothing.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless all are strings or all
 *   are numbers.
 */
export function checkLabels(caller: string, ...arrays: readonly ArrayLike<Label>[]): void {
  const kind = typeof arrays[0][0];
  let isSound = kind === 'string' || kind === 'number';
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      if (typeof array[i] !== kind || Number.isNaN(array[i])) isSound = false;
    }
  }
  // Throws, and says which labels there are.
  if (!isSound) uniqueLabels(caller, ...arrays);
}

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
  if (labels.length === 0 || new Set(labels).size < labels.length) {
    const got = JSON.stringify(labels);
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`labels\` must name one class or more, each once, got ${got}`,
    );
  }
  return labels;
}
