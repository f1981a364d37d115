import { ORIGINAL } from '@ser/eval';
import type { VariantConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import { RECIPES } from '../recipe/recipes.ts';
import { testVariantsOf, variantsOf } from '../recipe/variants-of.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import type { TableValues } from './row-source.ts';
import { type AnyTable, selectRows, type Table } from './table.ts';

/**
 * The rows of a table that a plan may use: of its conditions, and variants only where it trains on
 * them or scores tested clips in them. The table itself where these are all.
 *
 * @param source where the table came from, for messages
 * @throws ExperimentError `no-variants` where the plan wants variants that a clip of the conditions
 *   that train does not have, or its recipe `testVariants` that a clip of those that test does not
 *   have, or that the table has under the same name and made in another way
 */
export function planRows<X extends TableValues>(
  source: string,
  table: Table<X>,
  {
    recipe,
    variants,
    conditions,
    testConditions,
  }: Pick<Plan, 'recipe' | 'variants' | 'conditions' | 'testConditions'>,
): Table<X> {
  const wanted = variants ? variantsOf(recipe) : [];
  const scored = testVariantsOf(recipe);
  const again = `extract it again with \`ser features --recipe ${nameForUsers(recipe)}\``;
  // These first: without them it is no help to train without variants.
  checkVariants(source, table, scored, {
    conditions: testConditions ?? conditions,
    remedy: `the recipe scores tested clips in them, so ${again}`,
  });
  checkVariants(source, table, wanted, {
    conditions,
    remedy: `train without variants (--no-variants), or ${again}`,
  });
  const wantedVariants = new Set([ORIGINAL, ...[...wanted, ...scored].map(({ name }) => name)]);
  const wantedConditions = conditions && new Set([...conditions, ...(testConditions ?? [])]);
  const indices = table.rows.flatMap(({ variant, condition = '' }, i) =>
    wantedVariants.has(variant) && (!wantedConditions || wantedConditions.has(condition))
      ? [i]
      : [],
  );
  // A table may fill a good part of the memory: where all of it is wanted, nothing is copied.
  return indices.length === table.rows.length ? table : selectRows(table, indices);
}

/** What `ser features --recipe` takes: the name of a recipe that comes along, or else its file. */
function nameForUsers({ name }: Plan['recipe']): string {
  return RECIPES.has(name) ? name : 'FILE.json';
}

/** Throws unless every clip of the conditions is there in every variant. */
function checkVariants(
  source: string,
  table: AnyTable,
  wanted: readonly VariantConfig[],
  { conditions, remedy }: { conditions: Plan['conditions']; remedy: string },
): void {
  const byClip = new Map<string, Set<string>>();
  for (const { clip, variant, condition = '' } of table.rows) {
    if (conditions && !conditions.includes(condition)) continue;
    byClip.set(clip, (byClip.get(clip) ?? new Set()).add(variant));
  }
  const lacksOf = (names: ReadonlySet<string>): readonly VariantConfig[] =>
    wanted.filter(({ name }) => !names.has(name));
  const lacking = [...byClip.values()].map(lacksOf).filter(({ length }) => length > 0);
  const missing = wanted.filter((variant) => lacking.some((lacks) => lacks.includes(variant)));
  const made = new Map(table.variants?.map((variant) => [variant.name, variant]));
  const others = wanted.filter((variant) => {
    const own = made.get(variant.name);
    return own && canonicalJson(own) !== canonicalJson(variant);
  });
  const fail = (what: string, variants: readonly VariantConfig[], where = ''): never => {
    const names = variants.map(({ name }) => name).join(', ');
    throw new ExperimentError('no-variants', `${source} ${what} ${names}${where}; ${remedy}`);
  };
  if (missing.length > 0) {
    const some = lacking.length < byClip.size;
    const where = some ? ` of ${lacking.length} of its ${byClip.size} clips` : '';
    fail('holds no variants', missing, where);
  }
  if (others.length > 0) fail('was extracted with other steps than the recipe’s for', others);
}
