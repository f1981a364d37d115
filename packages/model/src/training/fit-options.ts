import { ModelError } from '../model-error.ts';
import { requireAbove0, requireAtLeast0, requireRate, requireWhole } from '../util/check-config.ts';
import type { Augment } from './batch.ts';
import type { Callback } from './callback.ts';
import type { Dataset } from './dataset.ts';
import type { LearningRateSchedule } from './schedules.ts';
import type { TrainingState } from './training-state.ts';

/** Options of `fit`. */
export interface FitOptions {
  epochs: number;
  batchSize?: number;
  /** Adam's learning rate, or a schedule that gives one for each step. */
  learningRate?: number | LearningRateSchedule;
  /** Decoupled weight decay of all trained weights: above 0 the optimiser is AdamW. */
  weightDecay?: number;
  /** Largest norm of all gradients together; Keras' `global_clipnorm`. */
  globalClipnorm?: number;
  /** Share of each target that is spread evenly over all classes. */
  labelSmoothing?: number;
  /** Parameter α of mixup; 0 mixes nothing. */
  mixup?: number;
  /** Changes the inputs of each batch before it trains. */
  augment?: Augment;
  /** Drives the order of examples, dropout masks, mixup and augmentation. The weights' seed belongs to `buildModel`. */
  seed?: number;
  /** Examples that choose (early stopping, learning rate) but never train. */
  validation?: Dataset;
  /** Weight of each class in the training loss, such as `classWeights(y, 8)`. */
  classWeight?: ArrayLike<number>;
  callbacks?: Callback[];
  /** Goes on from a captured state instead of from the model's weights. Give the same data, options and callbacks. */
  resumeFrom?: TrainingState;
  /** Ends the run between two steps, or after an epoch when its callbacks are done: `fit` rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** The options that may have values that they cannot have, defaults filled in. */
type CheckedOptions = Required<
  Pick<
    FitOptions,
    | 'batchSize'
    | 'callbacks'
    | 'epochs'
    | 'labelSmoothing'
    | 'learningRate'
    | 'mixup'
    | 'seed'
    | 'weightDecay'
  >
> &
  Pick<FitOptions, 'classWeight' | 'globalClipnorm'>;

/**
 * Throws a ModelError `argument` unless every option has a value that it can have.
 *
 * @param classes of the model
 */
export function checkFitOptions(
  {
    epochs,
    batchSize,
    learningRate,
    weightDecay,
    globalClipnorm,
    labelSmoothing,
    mixup,
    seed,
    classWeight,
    callbacks,
  }: CheckedOptions,
  classes: number,
): void {
  requireWhole('fit', 'epochs', epochs, 1);
  requireWhole('fit', 'batchSize', batchSize, 1);
  requireWhole('fit', 'seed', seed, 0);
  if (typeof learningRate === 'number') requireAbove0('fit', 'learningRate', learningRate);
  if (globalClipnorm !== undefined) requireAbove0('fit', 'globalClipnorm', globalClipnorm);
  requireAtLeast0('fit', 'weightDecay', weightDecay);
  requireAtLeast0('fit', 'mixup', mixup);
  requireRate('fit', 'labelSmoothing', labelSmoothing);
  if (classWeight && classWeight.length !== classes) {
    throw new ModelError(
      'argument',
      `fit: \`classWeight\` must hold ${classes} weights, got ${classWeight.length}`,
    );
  }
  Array.from(classWeight ?? []).forEach((weight, i) => {
    requireAtLeast0('fit', `classWeight[${i}]`, weight);
  });
  const names = callbacks.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new ModelError(
      'argument',
      `fit: \`callbacks\` must have different names, got '${twice}' twice`,
    );
  }
}
