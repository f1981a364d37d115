import { DEFAULT_LAGS } from '@ser/model';
import { ExperimentError } from '../../experiment-error.ts';
import { extractorOf } from '../extractor-of.ts';
import type { DiscriminantRecipe, GradientRecipe, Recipe } from '../recipe.ts';
import { variantsOf } from '../variants-of.ts';
import { inputShapeOf } from './input-shape-of.ts';
import { MOST } from './limits.ts';
import { modelSize } from './model-size.ts';
import type { RecipeParts } from './recipe-schema.ts';

/** What `fit` takes where a recipe says nothing. */
const DEFAULT_BATCH = 32;

/** Complains of what stands at a path of a recipe. */
type Fail = (path: string, why: string) => never;

/**
 * Throws unless the parts of a recipe fit each other.
 *
 * @param file its name, with which messages begin as others do with their caller
 * @returns the recipe
 */
export function checkRecipe(file: string, recipe: RecipeParts): Recipe {
  const fail: Fail = (path, why) => {
    throw new ExperimentError('bad-recipe', `${file}: \`${path}\` ${why}`);
  };
  checkTestVariants(recipe, fail);
  const { model, fit, stop } = recipe;
  if (model.kind === 'lda') {
    if (fit !== null) fail('fit', 'must be null for the model lda, which has no epochs');
    if (stop !== null) fail('stop', 'must be null for the model lda, which has no epochs');
    const discriminant: DiscriminantRecipe = { ...recipe, model, fit: null, stop: null };
    inputShapeOf(model.kind, extractorOf(recipe), (why) => fail('model.kind', why));
    return discriminant;
  }
  if (fit === null) return fail('fit', `must be Object for the model ${model.kind}, got null`);
  const gradient: GradientRecipe = { ...recipe, model, fit };
  checkFit(gradient, fail);
  return gradient;
}

function checkTestVariants({ variants, testVariants = [] }: RecipeParts, fail: Fail): void {
  const names = variantsOf({ variants }).map(({ name }) => name);
  testVariants.forEach((name, i) => {
    if (!names.includes(name)) {
      const known = names.length > 0 ? names.join(', ') : 'none, as the recipe has no variants';
      fail(`testVariants[${i}]`, `must be the name of one of its variants (${known}), got ${name}`);
    }
  });
  checkDifferent('testVariants', testVariants, fail);
}

function checkDifferent<T>(path: string, values: readonly T[], fail: Fail): void {
  const i = values.findIndex((value, j) => values.indexOf(value) < j);
  if (i !== -1) fail(`${path}[${i}]`, `must differ, got ${values[i]} twice`);
}

function checkFit({ features, model, fit, stop }: GradientRecipe, fail: Fail): void {
  const { epochs, learningRate, reduceLrOnPlateau, averageWeights, specAugment } = fit;
  const { exponentialMovingAverage } = fit;
  const extractor = extractorOf({ features });
  const shape = inputShapeOf(model.kind, extractor, (why) => fail('model.kind', why));
  if (model.kind === 'frames' && model.pooling === 'covariance') {
    const { lags = DEFAULT_LAGS } = model;
    const i = lags.findIndex((lag) => lag >= shape[0]);
    if (i !== -1) fail(`model.lags[${i}]`, `must be below the ${shape[0]} frames, got ${lags[i]}`);
    checkDifferent('model.lags', lags, fail);
  }
  const { weights, widest } = modelSize(model, shape);
  if (weights > MOST.weights) {
    fail('model', `must have at most ${MOST.weights} weights, got ${weights}`);
  }
  const mostBatch = Math.floor(MOST.activations / widest);
  const { batchSize = DEFAULT_BATCH } = fit;
  if (batchSize > mostBatch) {
    fail('fit.batchSize', `must be at most ${mostBatch} for this model, got ${batchSize}`);
  }
  if (specAugment && extractor.statistic !== null) {
    fail('fit.specAugment', 'must be left out for features that are no sequences');
  }
  if (typeof learningRate === 'object' && reduceLrOnPlateau) {
    fail('fit.reduceLrOnPlateau', 'must be left out beside a schedule, which sets the rate itself');
  }
  if (averageWeights && stop) {
    fail('stop', 'must be null beside fit.averageWeights, since both set the weights in the end');
  }
  if (exponentialMovingAverage && (stop || averageWeights)) {
    const other = stop ? 'early stopping' : 'fit.averageWeights';
    fail(
      'fit.exponentialMovingAverage',
      `must be left out beside ${other}, since both set the weights in the end`,
    );
  }
  const startEpoch = averageWeights?.startEpoch ?? 0;
  if (startEpoch >= epochs) {
    fail('fit.averageWeights.startEpoch', `must be below the ${epochs} epochs, got ${startEpoch}`);
  }
}
