import { EvaluationError } from '../evaluation-error.ts';

/** @throws {EvaluationError} `bad-argument` unless `value` is an integer of `least` or more. */
export function checkInteger(caller: string, name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must be an integer of ${least} or more, got ${value}`,
  );
}
