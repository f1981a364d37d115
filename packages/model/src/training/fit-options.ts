import type { LearningRateSchedule } from '../schedules/learning-rate-schedule.ts';
import type { Augment } from './batch.ts';
import type { Callback } from './callback.ts';
import type { Dataset } from './dataset.ts';
import type { TrainingState } from './training-state.ts';

/** The options of `fit`. */
export interface FitOptions {
  /** How many times every example trains. Required. */
  epochs: number;
  /** Examples of one step. Default 32. */
  batchSize?: number;
  /** Adam's learning rate, or a schedule that gives one for each step. Default 0.001. */
  learningRate?: number | LearningRateSchedule;
  /** Decoupled weight decay of all trained weights: above 0 the optimiser is AdamW. Default 0. */
  weightDecay?: number;
  /** Largest norm of all gradients together; Keras' `global_clipnorm`. Default: none. */
  globalClipnorm?: number;
  /** Share of each target that is spread evenly over all classes. Default 0. */
  labelSmoothing?: number;
  /** Parameter α of mixup; 0 mixes nothing. Default 0. */
  mixup?: number;
  /** Changes the inputs of each batch before it trains. Default: none. */
  augment?: Augment;
  /**
   * Drives the order of examples, dropout masks, mixup and augmentation. The weights' seed belongs
   * to `buildModel`. Default 0.
   */
  seed?: number;
  /** Examples that never train, for early stopping and the learning rate. Default: none. */
  validation?: Dataset;
  /** Weight of each class in the training loss, such as `classWeights(y, 8)`. Default: all 1. */
  classWeight?: ArrayLike<number>;
  /** Called in this order. Default: none. */
  callbacks?: Callback[];
  /**
   * Goes on from a captured state instead of from the model's weights. Give the same data, options
   * and callbacks. Default: none.
   */
  resumeFrom?: TrainingState;
  /**
   * Ends the run between two steps, or after an epoch when its callbacks are done: `fit` rejects
   * with the signal's reason. Default: none.
   */
  signal?: AbortSignal;
}
