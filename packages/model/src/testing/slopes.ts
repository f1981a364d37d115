import type { LayersModel } from '@tensorflow/tfjs-layers';
import { buildModel } from '../models/build-model.ts';
import type { Callback } from '../training/callback.ts';
import type { Dataset } from '../training/dataset.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import { fit } from '../training/fit.ts';
import type { FitOptions } from '../training/fit-options.ts';
import type { TrainingState } from '../training/training-state.ts';
import { getWeightsData } from '../util/weights-data.ts';

/** Values of one example. */
export const SLOPE_LENGTH = 8;

/** A small net with every kind of layer that training treats specially. */
export function smallModel(dropout: number = 0.25): LayersModel {
  return buildModel({
    inputShape: [SLOPE_LENGTH, 1],
    classes: 2,
    blocks: [{ filters: 4, kernelSize: 3, dropout, poolSize: 2 }],
    dense: { units: 4, dropout },
    batchNormMomentum: 0.5,
    seed: 3,
  });
}

/** Two classes that the sign of a slope tells apart. */
export function slopes(n: number, offset: number = 0): Dataset<Float32Array> {
  const x = new Float32Array(n * SLOPE_LENGTH);
  const y = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    y[i] = i % 2;
    for (let t = 0; t < SLOPE_LENGTH; t++) {
      const slope = (y[i] ? 1 : -1) * (t - 3.5) * 0.3;
      x[i * SLOPE_LENGTH + t] = slope + Math.sin(i * 7.1 + t + offset) * 0.2;
    }
  }
  return { x, y };
}

/** The weights that a run ends with, and its figures. */
export interface Trained {
  weights: Float32Array[];
  history: EpochLogs[];
}

/** Trains a small model on 20 slopes: three epochs of batches of 8, 8 and 4. */
export async function trainSlopes(
  options: Partial<FitOptions> = {},
  { dataset = slopes(20), dropout }: { dataset?: Dataset; dropout?: number } = {},
): Promise<Trained> {
  const model = smallModel(dropout);
  try {
    const history = await fit(model, dataset, { epochs: 3, batchSize: 8, seed: 1, ...options });
    return { weights: await getWeightsData(model), history };
  } finally {
    model.dispose();
  }
}

/** A callback that keeps the run's state after each epoch. */
export function stateSaver(): Callback & { states: TrainingState[] } {
  const states: TrainingState[] = [];
  return {
    name: 'stateSaver',
    states,
    onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
  };
}
