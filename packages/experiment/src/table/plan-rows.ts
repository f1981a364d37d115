import { ORIGINAL } from '@ser/eval';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import { variantsOf } from '../recipe/variants-of.ts';
import { selectRows, type Table } from './table.ts';

/**
 * The rows of a table that a plan may use: of its conditions, and variants only where it has them.
 *
 * @param source where the table came from, for messages
 * @throws ExperimentError `no-variants` where the plan wants variants that the table does not have
 */
export function planRows(
  source: string,
  table: Table,
  {
    recipe,
    variants,
    conditions,
    testConditions,
  }: Pick<Plan, 'recipe' | 'variants' | 'conditions' | 'testConditions'>,
): Table {
  const found = new Set(table.rows.map(({ variant }) => variant));
  const names = variants ? variantsOf(recipe).map(({ name }) => name) : [];
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new ExperimentError(
      'no-variants',
      `${source} holds no variants ${missing.join(', ')}; train without variants, or extract it again with them`,
    );
  }
  const wantedVariants = new Set([ORIGINAL, ...names]);
  const wantedConditions = conditions && new Set([...conditions, ...(testConditions ?? [])]);
  const indices = table.rows.flatMap(({ variant, condition = '' }, i) =>
    wantedVariants.has(variant) && (!wantedConditions || wantedConditions.has(condition))
      ? [i]
      : [],
  );
  return selectRows(table, indices);
}
