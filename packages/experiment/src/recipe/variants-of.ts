import { REFERENCE_VARIANTS, type VariantConfig } from '@ser/features';
import type { Recipe } from './recipe.ts';

/** The changed copies of training clips that a recipe names or lists. */
export function variantsOf({ variants }: Pick<Recipe, 'variants'>): readonly VariantConfig[] {
  return variants === 'reference' ? REFERENCE_VARIANTS : variants;
}
