import { FUNCTIONALS_VARIANTS, REFERENCE_VARIANTS, type VariantConfig } from '@ser/features';
import type { Recipe, VariantSetName } from './recipe.ts';

/** The lists of variants that recipes name. */
export const VARIANT_SETS: Readonly<Record<VariantSetName, readonly VariantConfig[]>> = {
  reference: REFERENCE_VARIANTS,
  functionals: FUNCTIONALS_VARIANTS,
};

/** The changed copies of training clips that a recipe names or lists. */
export function variantsOf({ variants }: Pick<Recipe, 'variants'>): readonly VariantConfig[] {
  return typeof variants === 'string' ? VARIANT_SETS[variants] : variants;
}

/**
 * The variants in which a recipe scores each tested clip besides as it is; none where it has no
 * `testVariants`.
 */
export function testVariantsOf({
  variants,
  testVariants = [],
}: Pick<Recipe, 'variants' | 'testVariants'>): readonly VariantConfig[] {
  const names = new Set(testVariants);
  return variantsOf({ variants }).filter(({ name }) => names.has(name));
}
