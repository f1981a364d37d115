import type { Check } from './check-fields.ts';
import {
  badArgument,
  checkFinite,
  checkInteger,
  checkNonNegative,
  checkPositive,
} from './checks.ts';

/** A finite number. */
export const finite: Check = checkFinite;

/** A finite number above 0. */
export const positive: Check = checkPositive;

/** A finite number of at least 0. */
export const nonNegative: Check = checkNonNegative;

/** An integer in [min, max]. */
export const integer =
  (min: number, max?: number): Check =>
  (caller, path, value) =>
    checkInteger(caller, path, value, min, max);

/** What another check allows, up to a greatest number. */
export const atMost =
  (max: number, check: Check): Check =>
  (caller, path, value) => {
    check(caller, path, value);
    if (Number(value) > max) throw badArgument(caller, path, `at most ${max}`, value);
  };

/** A number between two, both excluded. */
export const between =
  (min: number, max: number): Check =>
  (caller, path, value) => {
    if (typeof value === 'number' && value > min && value < max) return;
    throw badArgument(caller, path, `in (${min}, ${max})`, value);
  };

/** A number from one to another, both included. */
export const within =
  (min: number, max: number): Check =>
  (caller, path, value) => {
    if (typeof value === 'number' && value >= min && value <= max) return;
    throw badArgument(caller, path, `in [${min}, ${max}]`, value);
  };

/** One of a few values. */
export const oneOf =
  (...values: readonly (string | number | null)[]): Check =>
  (caller, path, value) => {
    if (values.some((each) => each === value)) return;
    throw badArgument(caller, path, eitherOf(values), value);
  };

/** True or false. */
export const boolean: Check = (caller, path, value) => {
  if (typeof value !== 'boolean') throw badArgument(caller, path, 'true or false', value);
};

/** Null, or what another check allows. */
export const nullOr =
  (check: Check): Check =>
  (caller, path, value) => {
    if (value !== null) check(caller, path, value);
  };

/** `'a', 2 or null` */
function eitherOf(values: readonly (string | number | null)[]): string {
  const texts = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
}
