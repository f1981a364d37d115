import type { VariantConfig } from '@ser/features';
import { testVariantsOf, variantsOf } from '../recipe/variants-of.ts';
import type { Plan } from './plan.ts';

/**
 * The variants that a plan's clips must be extracted in: those that train, where the plan uses
 * them, or else those alone in which its recipe scores tested clips.
 */
export function planVariants({
  recipe,
  variants,
}: Pick<Plan, 'recipe' | 'variants'>): readonly VariantConfig[] {
  return variants ? variantsOf(recipe) : testVariantsOf(recipe);
}
