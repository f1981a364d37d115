import type { Check } from '../../util/check-fields.ts';
import { badArgument } from '../../util/checks.ts';
import type { Random } from '../../util/random.ts';

/** A number, or the least and the most of one that is drawn uniformly. */
export type NumberOrRange = number | readonly [least: number, most: number];

/** A number that another check allows, or two of them, the least and the most. */
export const range =
  (check: Check): Check =>
  (caller, path, value) => {
    if (typeof value === 'number') {
      check(caller, path, value);
      return;
    }
    if (!Array.isArray(value) || value.length !== 2) {
      throw badArgument(caller, path, 'a number, or [least, most]', value);
    }
    check(caller, `${path}[0]`, value[0]);
    check(caller, `${path}[1]`, value[1]);
    if (value[0] <= value[1]) return;
    throw badArgument(caller, `${path}[1]`, `at least ${path}[0]=${value[0]}`, value[1]);
  };

/** The number, or one that is drawn; then `random` is called once. */
export function drawn(value: NumberOrRange, random: Random): number {
  if (typeof value === 'number') return value;
  const [least, most] = value;
  return least + (most - least) * random();
}
