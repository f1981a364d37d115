import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks that a value is a string.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkText(caller: string, name: string, value: string): void {
  if (typeof value === 'string') return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be a string, got ${describe(value)}`,
  );
}
