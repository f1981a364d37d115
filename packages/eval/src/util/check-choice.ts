import { EvaluationError } from '../evaluation-error.ts';

/**
 * Checks an option that has a few values. Without types a mistyped one, such as
 * `normalize: true`, would choose another metric than its caller means.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkChoice(
  caller: string,
  option: string,
  value: unknown,
  choices: readonly (string | number | undefined)[],
): void {
  if (choices.some((choice) => Object.is(choice, value))) return;
  const expected = choices.filter((choice) => choice !== undefined).join(', ');
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${option}\` must be one of ${expected}, got ${String(value)}`,
  );
}
