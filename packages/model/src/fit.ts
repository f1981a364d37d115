import type { LayersModel } from '@tensorflow/tfjs-layers';
import { Adam } from './adam.ts';
import type { Callback, EpochLogs, Trainer } from './callback.ts';
import { checkDataset, type Dataset, modelShape } from './dataset.ts';
import { deriveSeed } from './derive-seed.ts';
import { evaluate } from './evaluate.ts';
import { ModelError } from './model-error.ts';
import { seededDropout } from './seeded-dropout.ts';
import { shuffledIndices } from './shuffled-indices.ts';
import type { TrainingState } from './training-state.ts';
import { trainableVariables, trainingStep } from './training-step.ts';
import { getWeightsData, setWeightsData } from './weights-data.ts';

/** Options of {@link fit}. */
export interface FitOptions {
  epochs: number;
  batchSize?: number;
  /** Adam's learning rate. */
  learningRate?: number;
  /** Drives the order of examples and the dropout masks. The weights' seed belongs to `buildModel`. */
  seed?: number;
  /** Examples that choose (early stopping, learning rate) but never train. */
  validation?: Dataset;
  /** Weight of each class in the training loss, such as `classWeights(y, 8)`. */
  classWeight?: ArrayLike<number>;
  callbacks?: Callback[];
  /** Goes on from a captured state instead of from the model's weights. Give the same data, options and callbacks. */
  resumeFrom?: TrainingState;
  /** Ends the run between two steps: `fit` rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Purposes of the seeds that a run derives from its own. */
const SHUFFLE = 1;
const DROPOUT = 2;

/**
 * Trains a model on any tfjs backend: Keras' `model.fit` with Adam and categorical cross-entropy. One seed determines
 * every random choice.
 *
 * @returns the figures of each epoch
 * @throws ModelError `dataset` or `argument`; the signal's reason when aborted. No tensor is left behind either way.
 */
export async function fit(
  model: LayersModel,
  dataset: Dataset,
  {
    epochs,
    batchSize = 32,
    learningRate = 1e-3,
    seed = 0,
    validation,
    classWeight,
    callbacks = [],
    resumeFrom,
    signal,
  }: FitOptions,
): Promise<EpochLogs[]> {
  const shape = modelShape(model);
  checkDataset('fit', 'dataset', dataset, shape);
  if (validation) checkDataset('fit', 'validation', validation, shape);
  requireWhole('epochs', epochs);
  requireWhole('batchSize', batchSize);
  if (!(learningRate > 0)) {
    throw new ModelError('argument', `fit: \`learningRate\` must be > 0, got ${learningRate}`);
  }
  if (classWeight && classWeight.length !== shape.classes) {
    throw new ModelError(
      'argument',
      `fit: \`classWeight\` must hold ${shape.classes} weights, got ${classWeight.length}`,
    );
  }

  const n = dataset.y.length;
  const batches = Math.ceil(n / batchSize);
  const dropout = seededDropout(model, deriveSeed(seed, DROPOUT));
  const optimizer = new Adam(trainableVariables(model), { learningRate });
  const history: EpochLogs[] = [];
  const trainer: Trainer = {
    model,
    epochs,
    get learningRate() {
      return optimizer.learningRate;
    },
    set learningRate(rate) {
      optimizer.learningRate = rate;
    },
    stopTraining: false,
    captureState: async () => ({
      version: 1,
      seed,
      epoch: history.length,
      history: [...history],
      stopTraining: trainer.stopTraining,
      weights: await getWeightsData(model),
      optimizer: await optimizer.getState(),
      callbacks: Object.fromEntries(callbacks.map((c) => [c.name, c.getState?.() ?? {}])),
    }),
  };

  try {
    if (resumeFrom) {
      restore(resumeFrom, { model, optimizer, callbacks, history, trainer, seed });
    }
    for (const callback of callbacks) await callback.onTrainBegin?.(trainer);
    while (history.length < epochs && !trainer.stopTraining) {
      const epoch = history.length;
      for (const callback of callbacks) await callback.onEpochBegin?.(epoch, trainer);
      const rate = optimizer.learningRate;
      const order = shuffledIndices(n, deriveSeed(seed, SHUFFLE, epoch));
      let lossSum = 0;
      let right = 0;
      for (let batch = 0; batch < batches; batch++) {
        await nextTurn();
        signal?.throwIfAborted();
        dropout.setStep(epoch * batches + batch);
        const indices = order.subarray(batch * batchSize, (batch + 1) * batchSize);
        const step = await trainingStep(
          model,
          shape,
          optimizer,
          dataset.x,
          dataset.y,
          indices,
          classWeight,
        );
        lossSum += step.loss * indices.length;
        right += step.right;
        for (const callback of callbacks) {
          await callback.onBatchEnd?.({ epoch, batch, batches, loss: step.loss }, trainer);
        }
      }
      const held = validation && (await evaluate(model, validation));
      const logs: EpochLogs = {
        epoch,
        loss: lossSum / n,
        accuracy: right / n,
        ...(held && { valLoss: held.loss, valAccuracy: held.accuracy }),
        learningRate: rate,
      };
      history.push(logs);
      for (const callback of callbacks) await callback.onEpochEnd?.(logs, trainer);
    }
    for (const callback of callbacks) await callback.onTrainEnd?.(trainer);
    return history;
  } finally {
    dropout.restore();
    optimizer.dispose();
  }
}

function restore(
  state: TrainingState,
  run: {
    model: LayersModel;
    optimizer: Adam;
    callbacks: Callback[];
    history: EpochLogs[];
    trainer: Trainer;
    seed: number;
  },
): void {
  if (state.version !== 1) {
    throw new ModelError('argument', `fit: \`resumeFrom.version\` must be 1, got ${state.version}`);
  }
  if (state.seed !== run.seed) {
    throw new ModelError(
      'argument',
      `fit: \`resumeFrom\` was trained with seed ${state.seed}, but \`seed\` is ${run.seed}`,
    );
  }
  setWeightsData(run.model, state.weights);
  run.optimizer.setState(state.optimizer);
  for (const callback of run.callbacks) {
    const saved = state.callbacks[callback.name];
    if (saved) callback.setState?.(saved);
  }
  run.history.push(...state.history);
  run.trainer.stopTraining = state.stopTraining;
}

function requireWhole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new ModelError('argument', `fit: \`${name}\` must be a whole number ≥ 1, got ${value}`);
  }
}

/** Lets timers, signals and a page's events run between two steps. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
