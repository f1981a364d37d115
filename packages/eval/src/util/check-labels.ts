import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from './label.ts';
import { labelList } from './label-list.ts';

/**
 * Checks that labels can be compared with each other, and with others of `kind` where it is given.
 * `1` differs from `'1'`, NaN from itself, and `undefined` is no label, so a metric of such labels
 * would mean nothing.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless all are strings or all
 *   are numbers.
 */
export function checkLabels(
  caller: string,
  name: string,
  value: ArrayLike<Label>,
  kind?: 'string' | 'number',
): void {
  const expected = kind ?? typeof value[0];
  let isValid = expected === 'string' || expected === 'number';
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== expected || Number.isNaN(value[i])) isValid = false;
  }
  if (isValid) return;
  const kinds = kind ? `all ${kind}s` : 'all strings or all numbers';
  const got = labelList(new Set(Array.from(value)));
  throw new EvaluationError('bad-argument', `${caller}: \`${name}\` must be ${kinds}, got ${got}`);
}
