import { ORIGINAL } from '@ser/eval';
import type { VariantConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import { variantsOf } from '../recipe/variants-of.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { selectRows, type Table } from './table.ts';

/**
 * The rows of a table that a plan may use: of its conditions, and variants only where it has them.
 *
 * @param source where the table came from, for messages
 * @throws ExperimentError `no-variants` where the plan wants variants that the table does not have,
 *   or has under the same name and made in another way
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
  const wanted = variants ? variantsOf(recipe) : [];
  checkVariants(source, table, wanted);
  const wantedVariants = new Set([ORIGINAL, ...wanted.map(({ name }) => name)]);
  const wantedConditions = conditions && new Set([...conditions, ...(testConditions ?? [])]);
  const indices = table.rows.flatMap(({ variant, condition = '' }, i) =>
    wantedVariants.has(variant) && (!wantedConditions || wantedConditions.has(condition))
      ? [i]
      : [],
  );
  return selectRows(table, indices);
}

function checkVariants(source: string, table: Table, wanted: readonly VariantConfig[]): void {
  const found = new Set(table.rows.map(({ variant }) => variant));
  const missing = wanted.filter(({ name }) => !found.has(name));
  const made = new Map(table.variants?.map((variant) => [variant.name, variant]));
  const others = wanted.filter((variant) => {
    const own = made.get(variant.name);
    return own && canonicalJson(own) !== canonicalJson(variant);
  });
  const fail = (what: string, variants: readonly VariantConfig[]): never => {
    const names = variants.map(({ name }) => name).join(', ');
    throw new ExperimentError(
      'no-variants',
      `${source} ${what} ${names}; train without variants, or extract it again with them`,
    );
  };
  if (missing.length > 0) fail('holds no variants', missing);
  if (others.length > 0) fail('was extracted with other steps than the recipe’s for', others);
}
