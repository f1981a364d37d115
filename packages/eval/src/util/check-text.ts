import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless `value` is a string. */
export function checkText(caller: string, name: string, value: string): void {
  if (typeof value === 'string') return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be a string, got ${describe(value)}`,
  );
}
