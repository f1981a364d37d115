import { badArgument } from '../../util/checks.ts';
import type { NumberOrRange } from './range.ts';

/** The least or the most of a number that may be drawn. */
const ends = (edge: NumberOrRange): readonly [least: number, most: number] =>
  typeof edge === 'number' ? [edge, edge] : edge;

/**
 * Throws unless something lies between two edges that were checked alone, whatever is drawn.
 *
 * @param path What stands before the names in messages.
 */
export function checkBand(
  caller: string,
  path: string,
  { lowest, highest }: { readonly lowest?: unknown; readonly highest?: unknown },
): void {
  if (lowest === undefined || highest === undefined) return;
  // Both were checked to be a number or two.
  const [, most] = ends(lowest as NumberOrRange);
  const [least] = ends(highest as NumberOrRange);
  if (most < least) return;
  throw badArgument(caller, `${path}highest`, `above ${path}lowest=${most}`, least);
}
