import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from './check-list.ts';
import { describe } from './describe.ts';

/**
 * Checks that a value is an array of objects whose `texts` are strings.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkObjects<Item extends object>(
  caller: string,
  name: string,
  value: readonly Item[],
  texts: readonly (keyof Item & string)[],
): void {
  checkList(caller, name, value);
  for (let i = 0; i < value.length; i++) checkObject(caller, `${name}[${i}]`, value[i], texts);
}

/**
 * Checks that a value is an object whose `texts` are strings.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkObject<Item extends object>(
  caller: string,
  name: string,
  value: Item,
  texts: readonly (keyof Item & string)[] = [],
): void {
  const fail = (what: string, expected: string, got: unknown): never => {
    const message = `${caller}: \`${what}\` must be ${expected}, got ${describe(got)}`;
    throw new EvaluationError('bad-argument', message);
  };
  if (typeof value !== 'object' || value === null) fail(name, 'an object', value);
  const wrong = texts.find((text) => typeof value[text] !== 'string');
  if (wrong !== undefined) fail(`${name}.${wrong}`, 'a string', value[wrong]);
}
