import {
  type ExtractorConfig,
  presets,
  REFERENCE_VARIANTS,
  type VariantConfig,
} from '@ser/features';
import type { Recipe } from './recipe.ts';

/** The configuration of the extractor that a recipe names or holds. */
export function extractorOf({ features }: Pick<Recipe, 'features'>): ExtractorConfig {
  return typeof features === 'string' ? presets[features] : features;
}

/** The changed copies of training clips that a recipe names or lists. */
export function variantsOf({ variants }: Pick<Recipe, 'variants'>): readonly VariantConfig[] {
  return variants === 'reference' ? REFERENCE_VARIANTS : variants;
}
