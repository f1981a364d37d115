import { ExperimentError } from '../../experiment-error.ts';
import { extractorOf } from '../extractor-of.ts';
import type { Recipe } from '../recipe.ts';
import { inputShapeOf } from './input-shape-of.ts';

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
  inputShapeOf(model.kind, extractor, (why) => fail('model.kind', why));
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
