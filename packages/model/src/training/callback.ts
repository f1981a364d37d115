import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TrainingState } from './training-state.ts';

/** The figures of one epoch, under Keras' names in camelCase. */
export interface EpochLogs {
  /** Counts from 0. */
  epoch: number;
  /** Mean training loss, class weights and penalties included. */
  loss: number;
  /** Share of training examples that were right while training. */
  accuracy: number;
  /** Loss on the validation examples, penalties included, class weights not; absent without validation. */
  valLoss?: number;
  valAccuracy?: number;
  /** Learning rate of the epoch's last step. */
  learningRate: number;
}

/** The figures of one training step. */
export interface BatchLogs {
  epoch: number;
  /** Counts from 0. */
  batch: number;
  /** Batches in this epoch. */
  batches: number;
  loss: number;
}

/** What a callback sees of the run, and may steer. */
export interface Trainer {
  readonly model: LayersModel;
  /** Epochs asked for. */
  readonly epochs: number;
  /** Reading and setting the optimiser's rate. */
  learningRate: number;
  /** Set to true to end the run after this epoch. */
  stopTraining: boolean;
  /** Everything that resuming after the last finished epoch needs; call it in `onEpochEnd`, after other callbacks. */
  captureState(): Promise<TrainingState>;
}

/** What a callback keeps between epochs, for resuming; must survive the structured clone algorithm. */
export type CallbackState = Record<string, unknown>;

/** Observes and steers a run, as a Keras callback. Every hook is optional and may be asynchronous. */
export interface Callback {
  /** Names the callback's state in a {@link TrainingState}. */
  readonly name: string;
  onTrainBegin?(trainer: Trainer): void | Promise<void>;
  onEpochBegin?(epoch: number, trainer: Trainer): void | Promise<void>;
  onBatchEnd?(logs: BatchLogs, trainer: Trainer): void | Promise<void>;
  onEpochEnd?(logs: EpochLogs, trainer: Trainer): void | Promise<void>;
  onTrainEnd?(trainer: Trainer): void | Promise<void>;
  getState?(): CallbackState;
  setState?(state: CallbackState): void;
}
