import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from './check-list.ts';
import { describe } from './describe.ts';

/**
 * Checks that a list holds strings: a number is no name, and of a single string the letters are no
 * list.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkStrings(caller: string, name: string, value: readonly string[]): void {
  checkList(caller, name, value);
  const at = value.findIndex((text) => typeof text !== 'string');
  if (at === -1) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must hold strings, got ${describe(value[at])}`,
  );
}
