import type { Row } from '../splits/row.ts';

/** Whether a row is of one of `conditions`; without these every row is. */
export function hasCondition(
  { condition = '' }: Pick<Row, 'condition'>,
  conditions?: readonly string[],
): boolean {
  return conditions === undefined || conditions.includes(condition);
}
