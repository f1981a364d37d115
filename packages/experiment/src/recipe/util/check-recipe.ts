import { ExperimentError } from '../../experiment-error.ts';
import { extractorOf } from '../extractor-of.ts';
import type { Recipe } from '../recipe.ts';
import { inputShapeOf } from './input-shape-of.ts';
import { MOST } from './limits.ts';
import { modelSize } from './model-size.ts';

/** What `fit` takes where a recipe says nothing. */
const DEFAULT_BATCH = 32;

/**
 * Throws unless the parts of a recipe fit each other.
 *
 * @param file its name, with which messages begin as others do with their caller
 */
export function checkRecipe(file: string, { features, model, fit, stop }: Recipe): void {
  const fail = (path: string, why: string): never => {
    throw new ExperimentError('bad-recipe', `${file}: \`${path}\` ${why}`);
  };
  const { epochs, learningRate, reduceLrOnPlateau, averageWeights, specAugment } = fit;
  const extractor = extractorOf({ features });
  const shape = inputShapeOf(model.kind, extractor, (why) => fail('model.kind', why));
  const { weights, widest } = modelSize(model, shape);
  if (weights > MOST.weights) {
    fail('model', `must have at most ${MOST.weights} weights, got ${Math.round(weights)}`);
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
  const startEpoch = averageWeights?.startEpoch ?? 0;
  if (startEpoch >= epochs) {
    fail('fit.averageWeights.startEpoch', `must be below the ${epochs} epochs, got ${startEpoch}`);
  }
}
