import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** @throws {EvaluationError} `bad-argument` unless `value` is in (0, 1). */
export function checkFraction(caller: string, name: string, value: number): void {
  if (typeof value === 'number' && value > 0 && value < 1) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be in (0, 1), got ${describe(value)}`,
  );
}

/** @throws {EvaluationError} `bad-argument` unless `value` is in [0, 1). */
export function checkFractionOrZero(caller: string, name: string, value: number): void {
  if (typeof value === 'number' && value >= 0 && value < 1) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be in [0, 1), got ${describe(value)}`,
  );
}
