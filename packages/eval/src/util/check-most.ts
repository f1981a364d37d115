import { EvaluationError } from '../evaluation-error.ts';

/**
 * Checks that there are not too many of something to draw or to count.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`.
 */
export function checkMost(caller: string, name: string, count: number, most: number): void {
  if (count <= most) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`${name}\` must hold ${most} or fewer, got ${count}`,
  );
}
