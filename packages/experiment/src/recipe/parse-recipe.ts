import { ExperimentError } from '../experiment-error.ts';
import { parseWith } from '../util/parse-with.ts';
import { extractorOf } from './extractor-of.ts';
import type { Recipe } from './recipe.ts';
import { inputShapeOf } from './util/input-shape-of.ts';
import { recipeSchema } from './util/recipe-schema.ts';

/**
 * Checks a recipe that came from JSON.
 *
 * @param file its name, for messages
 * @throws ExperimentError `bad-recipe`; the message names the path in the file, what was expected
 *   and what came
 *
 * @example
 * parseRecipe('mine.json', JSON.parse(text)); // mine.json: `fit.epochs` must be a whole number ≥ 1, got 0
 */
export function parseRecipe(file: string, value: unknown): Recipe {
  const recipe = parseWith(recipeSchema, file, value, 'bad-recipe');
  const fail = (path: string, why: string): never => {
    throw new ExperimentError('bad-recipe', `${file}: \`${path}\` ${why}`);
  };
  inputShapeOf(recipe.model.kind, extractorOf(recipe), (why) => fail('model.kind', why));
  const { learningRate, reduceLrOnPlateau, averageWeights, specAugment } = recipe.fit;
  if (typeof learningRate === 'object' && reduceLrOnPlateau) {
    fail('fit.reduceLrOnPlateau', 'must be left out beside a schedule, which sets the rate itself');
  }
  if (averageWeights && recipe.stop) {
    fail(
      'stop',
      'must be null beside averageWeights: best weights and averaged ones exclude each other',
    );
  }
  if (averageWeights && averageWeights.startEpoch >= recipe.fit.epochs) {
    fail(
      'fit.averageWeights.startEpoch',
      `must be below the ${recipe.fit.epochs} epochs, got ${averageWeights.startEpoch}`,
    );
  }
  if (specAugment && recipe.model.kind !== 'frames') {
    fail('fit.specAugment', 'must be left out for a model of vectors, which have no time');
  }
  return recipe;
}
