import type { ExtractorConfig } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { buildFrameModel, buildModel } from '@ser/model';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ExperimentError } from '../experiment-error.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Recipe } from './recipe.ts';
import { inputShapeOf } from './util/input-shape-of.ts';
import { MOST } from './util/limits.ts';
import { modelSize } from './util/model-size.ts';

/** Options of {@link buildModelOf}. */
export interface BuildModelOptions {
  /** Number of labels. Required. */
  classes: number;
  /** Seed of the weights. Required. */
  seed: number;
}

const OPTIONS: OptionNames<BuildModelOptions> = { classes: true, seed: true };

/**
 * Builds a recipe's network, with weights that the seed determines.
 *
 * @throws ExperimentError `bad-recipe` where the model does not fit the features, is too large with
 *   so many classes, or is a discriminant analysis, which is fitted and not built; `bad-argument`
 *   for an option that is not known
 */
export function buildModelOf(
  { name, model }: Pick<Recipe, 'name' | 'model'>,
  extractor: ExtractorConfig,
  options: BuildModelOptions,
): LayersModel {
  checkOptions('buildModelOf', options, OPTIONS);
  const { classes, seed } = options;
  if (model.kind === 'lda') {
    throw new ExperimentError(
      'bad-recipe',
      `${name}: \`model.kind\` must be cnn or frames to be built before it is fitted, got lda`,
    );
  }
  const inputShape = inputShapeOf(model.kind, extractor, (why) => {
    throw new ExperimentError('bad-recipe', `${name}: \`model.kind\` ${why}`);
  });
  const { weights } = modelSize(model, inputShape, classes);
  if (weights > MOST.weights) {
    throw new ExperimentError(
      'bad-recipe',
      `${name}: \`model\` must have at most ${MOST.weights} weights, ` +
        `got ${weights} with ${classes} classes`,
    );
  }
  if (model.kind === 'frames') {
    const { kind: _, dilations, lags, ...rest } = model;
    return buildFrameModel({
      ...rest,
      ...(dilations && { dilations: [...dilations] }),
      ...(lags && { lags: [...lags] }),
      inputShape,
      classes,
      seed,
    });
  }
  const { kind: _, blocks, ...rest } = model;
  return buildModel({ ...rest, ...(blocks && { blocks: [...blocks] }), inputShape, classes, seed });
}
