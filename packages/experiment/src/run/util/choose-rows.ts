import type { Plan } from '../../plan/plan.ts';
import { extractorOf } from '../../recipe/extractor-of.ts';
import { checkTable } from '../../table/check-table.ts';
import { planRows } from '../../table/plan-rows.ts';
import type { Table } from '../../table/table.ts';

/**
 * The rows that a plan trains and tests on, from a table that has been checked.
 *
 * @param source where the table came from, for messages
 */
export function chooseRows(source: string, plan: Plan, table: Table): Table {
  checkTable(source, table, extractorOf(plan.recipe));
  return planRows(source, table, plan);
}
