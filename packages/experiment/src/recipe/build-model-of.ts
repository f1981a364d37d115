import type { ExtractorConfig } from '@ser/features';
import { buildFrameModel, buildModel, type ModelConfig } from '@ser/model';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ExperimentError } from '../experiment-error.ts';
import type { Recipe } from './recipe.ts';
import { inputShapeOf } from './util/input-shape-of.ts';

/**
 * Builds a recipe's model, with weights that the seed determines.
 *
 * @throws ExperimentError `bad-recipe` where the model does not fit the features
 */
export function buildModelOf(
  { name, model }: Pick<Recipe, 'name' | 'model'>,
  extractor: ExtractorConfig,
  { classes, seed }: Required<Pick<ModelConfig, 'classes' | 'seed'>>,
): LayersModel {
  const inputShape = inputShapeOf(model.kind, extractor, (why) => {
    throw new ExperimentError('bad-recipe', `${name}: \`model.kind\` ${why}`);
  });
  if (model.kind === 'frames') {
    const { kind: _, dilations, ...rest } = model;
    return buildFrameModel({
      ...rest,
      ...(dilations && { dilations: [...dilations] }),
      inputShape,
      classes,
      seed,
    });
  }
  const { kind: _, blocks, ...rest } = model;
  return buildModel({ ...rest, ...(blocks && { blocks: [...blocks] }), inputShape, classes, seed });
}
