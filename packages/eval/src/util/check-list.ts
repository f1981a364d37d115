import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless `value` is an `Array`. */
export function checkList(caller: string, name: string, value: readonly unknown[]): void {
  if (Array.isArray(value)) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be an array, got ${describe(value)}`,
  );
}
