import { closestName } from '@ser/internal';
import { badArgument, shortened } from './checks.ts';
import { joinPath } from './join-path.ts';
import { synonymOf } from './synonyms.ts';

/** Checks the value at a path of an argument. */
export type Check = (caller: string, path: string, value: unknown) => void;

/**
 * A check for each option of a type but its `kind`. The compiler refuses a type with one missing.
 */
export type FieldChecks<Fields> = {
  readonly [Name in Exclude<keyof Fields, 'kind'>]-?: Check;
};

/**
 * Throws unless `value` is an object with these fields and no other. A field that is undefined
 * counts as left out.
 *
 * @param root The name of the value in messages, where its path is empty.
 */
export function checkFields(
  caller: string,
  path: string,
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  { required = [], root = 'value' }: { required?: readonly string[]; root?: string } = {},
): asserts value is Readonly<Record<string, unknown>> {
  checkObject(caller, path || root, value);
  for (const [name, field] of Object.entries(value)) {
    if (!Object.hasOwn(checks, name)) throw unknownField(caller, path, name, Object.keys(checks));
    if (field !== undefined) checks[name](caller, joinPath(path, name), field);
  }
  for (const name of required) {
    if (value[name] === undefined) checks[name](caller, joinPath(path, name), undefined);
  }
}

/** Throws unless `value` is an object and no list. */
export function checkObject(
  caller: string,
  name: string,
  value: unknown,
): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw badArgument(caller, name, 'an object', value);
}

function unknownField(caller: string, path: string, name: string, names: string[]): Error {
  const short = shortened(name);
  const meant = closestName(short, names) ?? synonymOf(short, names);
  const hint = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
  const expected = `left out, or one of ${names.join(', ')}${hint}`;
  return badArgument(caller, joinPath(path, short), expected, name);
}
