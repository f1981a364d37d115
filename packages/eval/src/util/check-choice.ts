import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/**
 * Checks an option that may have one of a few values. Without types, a wrong one such as
 * `normalize: true` would choose another metric than the caller means.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkChoice(
  caller: string,
  name: string,
  value: unknown,
  choices: readonly (string | number | undefined)[],
): void {
  if (choices.some((choice) => Object.is(choice, value))) return;
  const expected = choices.filter((choice) => choice !== undefined).join(', ');
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be one of ${expected}, got ${typeof value === 'string' ? value : describe(value)}`,
  );
}
