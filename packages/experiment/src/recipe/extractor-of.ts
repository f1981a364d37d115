import { type ExtractorConfig, presets } from '@ser/features';
import type { Recipe } from './recipe.ts';

/** The configuration of the extractor that a recipe names or holds. */
export function extractorOf({ features }: Pick<Recipe, 'features'>): ExtractorConfig {
  return typeof features === 'string' ? presets[features] : features;
}
