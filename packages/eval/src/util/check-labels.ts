import type { Label } from './label.ts';
import { uniqueLabels } from './unique-labels.ts';

/**
 * Checks that labels can be compared. `1` and `'1'` are different, `undefined` equals itself, and
 * NaN does not: a metric of such labels would be a number that means nothing.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless all are strings or all
 *   are numbers.
 */
export function checkLabels(caller: string, ...arrays: readonly ArrayLike<Label>[]): void {
  const kind = typeof arrays[0][0];
  let isSound = kind === 'string' || kind === 'number';
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      if (typeof array[i] !== kind || Number.isNaN(array[i])) isSound = false;
    }
  }
  // Throws, and says which labels there are.
  if (!isSound) uniqueLabels(caller, ...arrays);
}
