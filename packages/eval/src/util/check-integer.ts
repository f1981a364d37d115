import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** @throws {EvaluationError} `bad-argument` unless `value` is a whole number in [min, max]. */
export function checkInteger(
  caller: string,
  name: string,
  value: number,
  min: number,
  max: number = Number.POSITIVE_INFINITY,
): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const range = max === Number.POSITIVE_INFINITY ? `≥ ${min}` : `in [${min}, ${max}]`;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be a whole number ${range}, got ${describe(value)}`,
  );
}
