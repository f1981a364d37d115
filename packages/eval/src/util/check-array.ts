import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks that a value is an array, a typed array, or an object like one. A string is none: its
 * letters are no samples.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkArray(caller: string, name: string, value: ArrayLike<unknown>): void {
  const isArray = typeof value === 'object' && value !== null && Number.isInteger(value.length);
  if (isArray) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be an array, got ${describe(value)}`,
  );
}
