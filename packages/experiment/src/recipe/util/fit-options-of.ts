import {
  averageWeights,
  type Callback,
  classWeights,
  cosineDecay,
  earlyStopping,
  exponentialMovingAverage,
  type FitOptions,
  oneCycle,
  reduceLrOnPlateau,
} from '@ser/model';
import type { FitRecipe, GradientRecipe } from '../recipe.ts';
import { specAugmentOf } from './spec-augment-of.ts';

/** What a recipe decides of the options of `fit`. */
type RecipeOptions = Omit<
  FitOptions,
  'epochs' | 'seed' | 'validation' | 'resumeFrom' | 'signal' | 'callbacks'
> & { callbacks: Callback[] };

/**
 * The options of `fit` that a recipe stands for, callbacks included.
 *
 * @param y class index of each training example
 */
export function fitOptionsOf(
  { fit, stop }: Pick<GradientRecipe, 'fit' | 'stop'>,
  y: ArrayLike<number>,
  classes: number,
): RecipeOptions {
  const { batchSize, weightDecay, globalClipnorm, mixup, labelSmoothing } = fit;
  return {
    batchSize,
    weightDecay,
    globalClipnorm,
    mixup,
    labelSmoothing,
    learningRate: learningRateOf(fit.learningRate),
    ...(fit.classWeight === 'balanced' && { classWeight: classWeights(y, classes) }),
    ...(fit.specAugment && { augment: specAugmentOf(fit.specAugment) }),
    callbacks: [
      ...(stop ? [earlyStopping({ ...stop, restoreBestWeights: true })] : []),
      ...(fit.reduceLrOnPlateau ? [reduceLrOnPlateau(fit.reduceLrOnPlateau)] : []),
      ...(fit.averageWeights ? [averageWeights(fit.averageWeights)] : []),
      ...(fit.exponentialMovingAverage
        ? [exponentialMovingAverage(fit.exponentialMovingAverage)]
        : []),
    ],
  };
}

function learningRateOf(rate: FitRecipe['learningRate']): FitOptions['learningRate'] {
  if (typeof rate !== 'object') return rate;
  if (rate.schedule === 'cosineDecay') {
    const { schedule: _, rate: first, ...options } = rate;
    return cosineDecay(first, options);
  }
  const { schedule: _, maxRate, ...options } = rate;
  return oneCycle(maxRate, options);
}
