import { extractorOf, type Recipe, variantsOf } from '@ser/experiment';
import { presets } from '@ser/features';
import type { RecipeCard } from './catalogue.ts';
import { isSameJson } from './same-json.ts';

/** What the page says of a recipe. */
export function recipeCard(recipe: Recipe): RecipeCard {
  const { name, description, chosenOn = '', fit } = recipe;
  return {
    name,
    description,
    chosenOn,
    epochs: fit?.epochs ?? null,
    variants: variantsOf(recipe).length,
    fitsTable: isSameJson(extractorOf(recipe), presets.summary162),
  };
}
