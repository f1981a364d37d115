import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Adam } from '../training/adam.ts';
import type { Callback, Trainer } from '../training/callback.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import type { TrainingState } from '../training/training-state.ts';
import { checkResumable } from './check-resumable.ts';
import { getWeightsData, setWeightsData } from './weights-data.ts';

/** What changes while a run trains, and what identifies the run. */
export interface Run {
  model: LayersModel;
  optimizer: Adam;
  callbacks: readonly Callback[];
  /** The finished epochs. */
  history: EpochLogs[];
  seed: number;
  fingerprint: number;
}

/** Copies a run's state after its last finished epoch. */
export async function captureState(
  { model, optimizer, callbacks, history, seed, fingerprint }: Run,
  { stopTraining }: Pick<Trainer, 'stopTraining'>,
): Promise<TrainingState> {
  return {
    version: 1,
    seed,
    fingerprint,
    epoch: history.length,
    history: [...history],
    stopTraining,
    weights: await getWeightsData(model),
    optimizer: await optimizer.getState(),
    callbacks: Object.fromEntries(callbacks.map((each) => [each.name, each.getState?.() ?? {}])),
  };
}

/**
 * Puts a captured state into a run that has not begun.
 *
 * @throws {ModelError} `bad-argument` when it is the state of another run; `corrupt-state` when it
 *   is damaged, before the model has changed.
 */
export function restoreState(state: TrainingState, run: Run, trainer: Trainer): void {
  checkResumable('fit', 'resumeFrom', state, run);
  for (const callback of run.callbacks) {
    const isSaved = Object.hasOwn(state.callbacks, callback.name);
    if (isSaved) callback.setState?.(state.callbacks[callback.name]);
  }
  setWeightsData(run.model, state.weights);
  run.optimizer.setState(state.optimizer);
  run.history.push(...state.history);
  trainer.stopTraining = state.stopTraining;
}
