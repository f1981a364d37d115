import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** The most digits that `toFixed` takes. */
const MOST_DIGITS = 100;

/** @throws {EvaluationError} `bad-argument` unless `value` is a whole number in [0, 100]. */
export function checkDigits(caller: string, name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= MOST_DIGITS) return;
  const message = `${caller}: \`${name}\` must be a whole number in [0, ${MOST_DIGITS}], got ${describe(value)}`;
  throw new EvaluationError('bad-argument', message);
}
