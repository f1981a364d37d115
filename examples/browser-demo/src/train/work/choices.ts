import type { ProtocolName } from '@ser/eval';
import { createPlan, type Plan, parseRecipe, RECIPES, type Recipe } from '@ser/experiment';
import type { LoadedData } from './data/loaded-data.ts';

/** What the visitor has chosen beside the data. */
export interface Choices {
  /** A recipe of the catalogue, or the text of a JSON file. */
  readonly recipe: { readonly name: string } | { readonly file: string; readonly text: string };
  readonly protocol: ProtocolName;
  /** From 1. */
  readonly fold: number;
  /** Folds of the protocol `clip`. */
  readonly folds: number;
  /** One condition, such as speech; null for all. */
  readonly condition: string | null;
  /** Whether changed copies of the training clips train too. */
  readonly variants: boolean;
  /** At most; null for the recipe's own. */
  readonly epochs: number | null;
  readonly seed: number;
  readonly backend: 'wasm' | 'webgpu';
}

/** @throws {ExperimentError} For a file that holds no recipe. */
export function recipeOf(choice: Choices['recipe']): Recipe {
  if ('text' in choice) return parseRecipe(choice.file, JSON.parse(choice.text));
  const recipe = RECIPES.get(choice.name);
  if (!recipe) throw new Error(`There is no recipe ${choice.name}.`);
  return recipe;
}

/**
 * The plan of a run with data.
 *
 * @throws {ExperimentError} For choices that do not fit each other.
 */
export function planOf(choices: Choices, data: LoadedData): Plan {
  const { protocol, fold, folds, condition, variants, epochs, seed, backend } = choices;
  const recipe = recipeOf(choices.recipe);
  return createPlan({
    recipe,
    protocol,
    fold,
    folds,
    conditions: condition === null ? null : [condition],
    variants,
    ...(epochs !== null && recipe.fit && { epochs }),
    seed,
    speakers: data.speakers,
    backend,
    data: [data.name],
  });
}
