import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks that a value is a function.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkFunction(caller: string, name: string, value: unknown): void {
  if (typeof value === 'function') return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be a function, got ${describe(value)}`,
  );
}
