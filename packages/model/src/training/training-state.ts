import { ModelError } from '../model-error.ts';
import type { AdamState } from './adam.ts';
import type { CallbackState, EpochLogs } from './callback.ts';

/**
 * A run after a finished epoch. Plain values and typed arrays: `v8.serialize`, IndexedDB and `postMessage` take it as
 * it is. A run resumed from it ends with the same weights, bit for bit, as one that was never interrupted.
 */
export interface TrainingState {
  version: 1;
  seed: number;
  /** Of the data and of the options that the weights depend on. */
  fingerprint: number;
  /** Epochs that are finished. */
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

/** Throws a ModelError `argument` unless a run with this seed and fingerprint can go on from the state. */
export function checkResumable(state: TrainingState, seed: number, fingerprint: number): void {
  if (state.version !== 1) {
    throw new ModelError('argument', `fit: \`resumeFrom.version\` must be 1, got ${state.version}`);
  }
  if (state.seed !== seed) {
    throw new ModelError(
      'argument',
      `fit: \`resumeFrom\` was trained with seed ${state.seed}, but \`seed\` is ${seed}`,
    );
  }
  if (state.fingerprint !== fingerprint) {
    throw new ModelError(
      'argument',
      'fit: `resumeFrom` was trained on other data or with other options; give the same ones',
    );
  }
}
