import type { Plan } from '../../plan/plan.ts';
import { testVariantsOf, variantsOf } from '../../recipe/variants-of.ts';

/** The conditions of a plan's rows in words. */
export function describeConditions({ conditions }: Pick<Plan, 'conditions'>): string {
  return conditions ? conditions.join(' and ') : 'all conditions';
}

/** The variants of a plan in words. */
export function describeVariants({ recipe, variants }: Pick<Plan, 'recipe' | 'variants'>): string {
  const names = variants ? variantsOf(recipe).map(({ name }) => name) : [];
  return names.length > 0
    ? `with ${names.join(' and ')} variants in training`
    : 'original clips only';
}

/** How a plan's tested clips are scored, in words; undefined where each is scored as it is. */
export function describeTestVariants({ recipe }: Pick<Plan, 'recipe'>): string | undefined {
  const names = testVariantsOf(recipe).map(({ name }) => name);
  return names.length > 0
    ? `the mean of each tested clip and its variants ${names.join(' and ')}`
    : undefined;
}

/** What of the tested voices was heard before the test, in words; undefined where nothing was. */
export function describeAdaptation({ adaptation }: Pick<Plan, 'adaptation'>): string | undefined {
  if (adaptation === null) return undefined;
  if (adaptation === 'all') {
    return 'before each tested clip all others of its voice were heard, without their labels';
  }
  const were =
    adaptation === 1
      ? 'one clip of each tested voice was'
      : `${adaptation} clips of each tested voice were`;
  return `${were} heard before the test, without their labels`;
}
