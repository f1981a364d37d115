import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Callback, Trainer } from '../training/callback.ts';

/** What a callback did to a run. */
export interface Replay {
  epochsRun: number;
  /** Learning rate after each epoch. */
  rates: number[];
}

/**
 * Drives one callback through epochs with the given validation figures, without training anything.
 */
export async function replay(
  callback: Callback,
  valLosses: number[],
  valAccuracies: number[] = valLosses.map(() => 0),
  {
    model,
    beforeEpochEnd,
    isResumed = false,
  }: {
    model?: LayersModel;
    beforeEpochEnd?: (epoch: number) => void;
    /** Goes on with the callback's state. */
    isResumed?: boolean;
  } = {},
): Promise<Replay> {
  const trainer: Trainer = {
    model: model as LayersModel,
    epochs: valLosses.length,
    learningRate: 1,
    stopTraining: false,
    captureState: () => Promise.reject(new Error('not part of a replay')),
  };
  const rates: number[] = [];
  if (!isResumed) await callback.onTrainBegin?.(trainer);
  for (let epoch = 0; epoch < valLosses.length && !trainer.stopTraining; epoch++) {
    beforeEpochEnd?.(epoch);
    const logs = {
      epoch,
      loss: 0,
      accuracy: 0,
      valLoss: valLosses[epoch],
      valAccuracy: valAccuracies[epoch],
      learningRate: trainer.learningRate,
    };
    await callback.onEpochEnd?.(logs, trainer);
    rates.push(trainer.learningRate);
  }
  await callback.onTrainEnd?.(trainer);
  return { epochsRun: rates.length, rates };
}
