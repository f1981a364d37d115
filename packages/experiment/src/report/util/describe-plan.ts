import type { Plan } from '../../plan/plan.ts';
import { variantsOf } from '../../recipe/variants-of.ts';

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
