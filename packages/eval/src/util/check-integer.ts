import { EvaluationError } from '../evaluation-error.ts';

/** @throws {EvaluationError} `bad-argument` unless `value` is a whole number of `min` or more. */
export function checkInteger(caller: string, name: string, value: number, min: number): void {
  if (Number.isInteger(value) && value >= min) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be a whole number ≥ ${min}, got ${value}`,
  );
}
