import { EvaluationError } from '../../evaluation-error.ts';
import { describe } from '../../util/describe.ts';
import type { FigureOptions } from '../figure-options.ts';

const NARROWEST = 100;
const WIDEST = 10_000;

/**
 * Checks what every figure is given.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless the title is a string
 *   and the width in [100, 10000].
 */
export function checkFigure(caller: string, { title, width }: Required<FigureOptions>): void {
  const fail = (expected: string, got: unknown): never => {
    const message = `${caller}: ${expected}, got ${describe(got)}`;
    throw new EvaluationError('bad-argument', message);
  };
  if (typeof title !== 'string') fail('`title` must be a string', title);
  const fits = typeof width === 'number' && width >= NARROWEST && width <= WIDEST;
  if (!fits) fail(`\`width\` must be in [${NARROWEST}, ${WIDEST}]`, width);
}
