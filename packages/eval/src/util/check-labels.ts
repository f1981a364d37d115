import type { Label } from './label.ts';
import { uniqueLabels } from './unique-labels.ts';

/**
 * Checks that labels can be compared. `1` differs from `'1'`, NaN from itself, and `undefined` is
 * no label, so a metric of such labels would mean nothing.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless all are strings or all
 *   are numbers.
 */
export function checkLabels(caller: string, ...arrays: readonly ArrayLike<Label>[]): void {
  const kind = typeof arrays[0][0];
  let isValid = kind === 'string' || kind === 'number';
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      if (typeof array[i] !== kind || Number.isNaN(array[i])) isValid = false;
    }
  }
  // Throws, and says which labels there are.
  if (!isValid) uniqueLabels(caller, ...arrays);
}
