import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { BatchLogs, EpochLogs } from './epoch-logs.ts';
import type { CallbackState, TrainingState } from './training-state.ts';

/** The run, as a callback sees and steers it. */
export interface Trainer {
  readonly model: LayersModel;
  /** How many epochs the run is to have. */
  readonly epochs: number;
  /** The optimiser's learning rate. A callback may set it, unless it follows a schedule. */
  learningRate: number;
  /** Set to true to end the run after this epoch. */
  stopTraining: boolean;
  /**
   * Copies all that a run needs to go on after the last finished epoch. Call it in the `onEpochEnd`
   * of the last callback, when the other callbacks have updated their state.
   */
  captureState(): Promise<TrainingState>;
}

/**
 * Observes and steers a run, as a Keras callback. Every hook is optional and may be asynchronous.
 */
export interface Callback {
  /** Names the callback's state in a {@link TrainingState}. */
  readonly name: string;
  /**
   * Whether its `onTrainEnd` gives the model other weights. `fit` refuses two such callbacks, since
   * the last would undo the work of the first. Default false.
   */
  readonly replacesWeights?: boolean;
  /** Called once, before the first epoch and before `setState`. Default: none. */
  onTrainBegin?(trainer: Trainer): void | Promise<void>;
  /** Called before each epoch, with its number from 0. Default: none. */
  onEpochBegin?(epoch: number, trainer: Trainer): void | Promise<void>;
  /** Called after each step. Default: none. */
  onBatchEnd?(logs: BatchLogs, trainer: Trainer): void | Promise<void>;
  /** Called after each epoch, when the validation examples have been scored. Default: none. */
  onEpochEnd?(logs: EpochLogs, trainer: Trainer): void | Promise<void>;
  /** Called after the last epoch, also when a callback ends the run early. Default: none. */
  onTrainEnd?(trainer: Trainer): void | Promise<void>;
  /**
   * The callback's state, for resuming. Later epochs must not change it, so give copies. Default:
   * none, and nothing is kept.
   */
  getState?(): CallbackState;
  /**
   * Restores a state of `getState`, after `onTrainBegin`. It must not change the argument. Default:
   * none.
   */
  setState?(state: CallbackState): void;
}
