import type { Plan } from '../../plan/plan.ts';
import { extractorOf } from '../../recipe/extractor-of.ts';
import { checkTable } from '../../table/check-table.ts';
import { planRows } from '../../table/plan-rows.ts';
import type { AnyTable } from '../../table/table.ts';

/** The rows that a plan trains and tests on, from a table that is checked first. */
export function chooseRows(plan: Plan, table: AnyTable): AnyTable {
  const source = plan.data.join(', ') || 'the table';
  checkTable(source, table, extractorOf(plan.recipe));
  return planRows(source, table, plan);
}
