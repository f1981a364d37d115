import { EvaluationError } from '../../evaluation-error.ts';
import { checkText } from '../../util/check-text.ts';
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
  checkText(caller, 'title', title);
  if (typeof width === 'number' && width >= NARROWEST && width <= WIDEST) return;
  throw new EvaluationError(
    'bad-argument',
    `${caller}: \`width\` must be in [${NARROWEST}, ${WIDEST}], got ${describe(width)}`,
  );
}
