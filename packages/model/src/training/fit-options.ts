import type { OptionNames } from '@ser/internal';
import type { LearningRateSchedule } from '../schedules/learning-rate-schedule.ts';
import type { Augment } from './batch.ts';
import type { Callback } from './callback.ts';
import type { Dataset } from './dataset.ts';
import type { TrainingState } from './training-state.ts';

/** What `fit` has to say, and what is no error. */
export interface FitWarning {
  /** `slow-backend`: the backend is tfjs' cpu, in plain JavaScript. */
  code: 'slow-backend';
  /** For people. */
  message: string;
}

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
   * Whether the run ends with a ModelError `diverged-training` as soon as a loss or a score is not
   * finite, or at the end of an epoch a weight or the validation loss: Keras' `TerminateOnNaN`, but
   * as an error. The model keeps the weights that it has then; `checkpoint` and `captureState` hold
   * those of earlier epochs. Default true.
   */
  terminateOnNaN?: boolean;
  /** Told at most once before the first step, when there is something to say. Default: none. */
  onWarning?: (warning: FitWarning) => void;
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

export const FIT_OPTIONS: OptionNames<FitOptions> = {
  epochs: true,
  batchSize: true,
  learningRate: true,
  weightDecay: true,
  globalClipnorm: true,
  labelSmoothing: true,
  mixup: true,
  augment: true,
  seed: true,
  validation: true,
  classWeight: true,
  callbacks: true,
  terminateOnNaN: true,
  onWarning: true,
  resumeFrom: true,
  signal: true,
};
