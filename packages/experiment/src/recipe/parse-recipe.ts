import { parseWith } from '../util/parse-with.ts';
import type { Recipe } from './recipe.ts';
import { checkRecipe } from './util/check-recipe.ts';
import { recipeSchema } from './util/recipe-schema.ts';

/**
 * Checks a recipe that came from JSON.
 *
 * @param file its name, for messages
 * @throws ExperimentError `bad-recipe`; the message names the path in the file, what was expected
 *   and what came
 *
 * @example
 * parseRecipe('mine.json', JSON.parse(text));
 * // mine.json: `fit.epochs` must be a whole number ≥ 1, got 0
 */
export function parseRecipe(file: string, value: unknown): Recipe {
  return checkRecipe(file, parseWith(recipeSchema, file, value, 'bad-recipe'));
}
