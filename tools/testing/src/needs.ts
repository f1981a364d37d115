import { existsSync } from 'node:fs';
import { describe, test } from 'vitest';
import { RAVDESS_MINI } from './ravdess-mini.ts';

/** What some tests need and not every machine has. */
export interface Need {
  readonly have: boolean;
  /** Why the tests do not run where it is missing, as a clause. */
  readonly reason: string;
}

/** The WAVs of two RAVDESS actors. */
export const REAL_CLIPS: Need = {
  have: existsSync(RAVDESS_MINI),
  reason: 'the WAVs of two RAVDESS actors do not lie beside this checkout',
};

/**
 * `describe`, where the need is met; elsewhere its tests are skipped, and the reporter of this
 * package says why and how many.
 */
export function describeWith(need: Need): typeof describe.skip {
  return need.have ? (describe as typeof describe.skip) : titled(describe.skip, need.reason);
}

/** `test`, where the need is met; elsewhere it is skipped, as `describeWith` does. */
export function testWith(need: Need): typeof test.skip {
  return need.have ? (test as typeof test.skip) : titled(test.skip, need.reason);
}

/** The marker that the reporter looks for in the names of tests and of the blocks around them. */
export const NOT_RUN: RegExp = /\[not run: (.+)\]$/;

type Register = (name: unknown, ...rest: unknown[]) => unknown;

// `each` and the other members stay; the name of what they register carries the reason.
function titled<F extends object>(skip: F, reason: string): F {
  const withReason =
    (register: Register): Register =>
    (name, ...rest) =>
      register(`${String(name)} [not run: ${reason}]`, ...rest);
  return new Proxy(skip, {
    apply: (target, _, args) => withReason(target as Register)(...(args as [unknown])),
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (key !== 'each' && key !== 'for') return member;
      return (...cases: unknown[]) =>
        withReason(Reflect.apply(member as () => Register, target, cases));
    },
  });
}
