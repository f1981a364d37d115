import type { Plan } from '../../plan/plan.ts';
import { testVariantsOf, variantsOf } from '../../recipe/variants-of.ts';

/** The conditions of a plan's rows in words. */
export function describeConditions({ conditions }: Pick<Plan, 'conditions'>): string {
  return conditions ? conditions.join(' and ') : 'all conditions';
}

/** The variants of a plan in words. */
export function describeVariants({ recipe, variants }: Pick<Plan, 'recipe' | 'variants'>): string {
  const names = variants ? variantsOf(recipe).map(({ name }) => name) : [];
  if (names.length === 0) return 'original clips only';
  const count = names.length === 1 ? '1 variant' : `${names.length} variants`;
  return `with ${count} in training: ${names.join(', ')}`;
}

/** How a plan's tested clips are scored, in words; undefined where each is scored as it is. */
export function describeTestVariants(
  plan: Pick<Plan, 'recipe' | 'protocol' | 'variants'>,
): string | undefined {
  const { recipe, protocol, variants } = plan;
  const names = testVariantsOf(recipe).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const scores =
    'the geometric mean of the scores of each tested clip and of its variants ' +
    names.join(' and ');
  // The one protocol that tests variants too.
  return protocol === 'reference' && variants
    ? `${scores}; a variant that is tested itself is scored alone`
    : scores;
}

/** What a plan's recipe was chosen on before any run, in words; undefined where it does not say. */
export function describeChoice({ recipe }: Pick<Plan, 'recipe'>): string | undefined {
  const { chosenOn } = recipe;
  return chosenOn === undefined
    ? undefined
    : `the recipe was chosen on ${chosenOn}; only other voices had no part in that`;
}

/** What of the tested voices was heard before the test, in words; undefined where nothing was. */
export function describeAdaptation({ adaptation }: Pick<Plan, 'adaptation'>): string | undefined {
  if (adaptation === null) return undefined;
  if (adaptation === 'all') {
    return (
      'before each tested clip all others of its voice were heard, without their labels; ' +
      'they hold every label about as often as the test does, as few real calibrations would'
    );
  }
  const were =
    adaptation === 1
      ? 'one clip of each tested voice was'
      : `${adaptation} clips of each tested voice were`;
  return `${were} heard before the test, without their labels`;
}

/** What the model of a plan that adapts to voices is good for; undefined where a plan does not. */
export function describeAdaptedModel({ adaptation }: Pick<Plan, 'adaptation'>): string | undefined {
  if (adaptation === null) return undefined;
  return (
    'fitted on voices that were moved to the average voice; whoever uses it moves none, so these ' +
    'figures are not its own: train under another protocol for a model to use'
  );
}
