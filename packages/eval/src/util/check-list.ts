import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks that a value is an `Array`.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkList(caller: string, name: string, value: readonly unknown[]): void {
  if (Array.isArray(value)) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be an array, got ${describe(value)}`,
  );
}
