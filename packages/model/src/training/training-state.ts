import type { AdamState } from './adam.ts';
import type { EpochLogs } from './epoch-logs.ts';

/**
 * The state of a callback between epochs: numbers, strings, booleans, typed arrays, and arrays and
 * plain objects of them.
 */
export type CallbackState = Record<string, unknown>;

/**
 * A run after a finished epoch. It holds plain values and typed arrays: `serializeState`, IndexedDB
 * and `postMessage` take it as it is. A run that is resumed from it ends with the same weights, bit
 * for bit, as one that was never interrupted.
 */
export interface TrainingState {
  version: 1;
  /** The seed of the run, which decides every random choice. */
  seed: number;
  /** A hash of the data and of the options that the weights depend on. */
  fingerprint: number;
  /** How many epochs are finished. */
  epoch: number;
  history: EpochLogs[];
  /** Whether a callback has ended the run. */
  stopTraining: boolean;
  /** The model's weights in the order of `model.getWeights()`. */
  weights: Float32Array[];
  optimizer: AdamState;
  /** State of each callback by name. */
  callbacks: Record<string, CallbackState>;
}
