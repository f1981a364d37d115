import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { deriveSeed } from '../random/derive-seed.ts';
import { shuffledIndices } from '../random/shuffled-indices.ts';
import { requireAtLeast0 } from '../util/check-config.ts';
import { fingerprint } from '../util/fingerprint.ts';
import { seededDropout } from '../util/seeded-dropout.ts';
import { trainableVariables, trainingStep } from '../util/training-step.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';
import { Adam } from './adam.ts';
import { makeBatch } from './batch.ts';
import type { Callback, EpochLogs, Trainer } from './callback.ts';
import { checkDataset, type Dataset, modelShape } from './dataset.ts';
import { evaluate } from './evaluate.ts';
import { checkFitOptions, type FitOptions } from './fit-options.ts';
import { checkResumable, type TrainingState } from './training-state.ts';

/** Purposes of the seeds that a run derives from its own. */
const SHUFFLE = 1;
const DROPOUT = 2;
const BATCH = 3;

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
    weightDecay = 0,
    globalClipnorm,
    labelSmoothing = 0,
    mixup = 0,
    augment,
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
  const numbers = { epochs, batchSize, seed, weightDecay, labelSmoothing, mixup };
  checkFitOptions(
    { ...numbers, learningRate, globalClipnorm, classWeight, callbacks },
    shape.classes,
  );

  const n = dataset.y.length;
  const batches = Math.ceil(n / batchSize);
  const dropout = seededDropout(model, deriveSeed(seed, DROPOUT));
  const hasSchedule = typeof learningRate === 'function';
  const rateOf = (step: number): number => {
    if (typeof learningRate === 'number') return learningRate;
    const rate = learningRate(step, epochs * batches);
    requireAtLeast0('fit', `learningRate(${step}, ${epochs * batches})`, rate);
    return rate;
  };
  const variables = trainableVariables(model);
  if (variables.length === 0) {
    throw new ModelError('argument', 'fit: `model` must have weights that train, got none');
  }
  const optimizer = new Adam(variables, {
    learningRate: rateOf(0),
    weightDecay,
    globalClipnorm,
  });
  const history: EpochLogs[] = [];
  const runFingerprint = fingerprint(
    dataset.x,
    dataset.y,
    validation?.x ?? [],
    validation?.y ?? [],
    classWeight ?? [],
    [batchSize, weightDecay, globalClipnorm ?? 0, labelSmoothing, mixup],
    [typeof learningRate === 'number' ? learningRate : epochs],
  );
  const trainer: Trainer = {
    model,
    epochs,
    get learningRate() {
      return optimizer.learningRate;
    },
    set learningRate(rate) {
      if (hasSchedule) {
        throw new ModelError(
          'argument',
          'fit: `learningRate` is a schedule, so no callback may set the rate (reduceLrOnPlateau does)',
        );
      }
      requireAtLeast0('fit', 'trainer.learningRate', rate);
      optimizer.learningRate = rate;
    },
    stopTraining: false,
    captureState: async () => ({
      version: 1,
      seed,
      fingerprint: runFingerprint,
      epoch: history.length,
      history: [...history],
      stopTraining: trainer.stopTraining,
      weights: await getWeightsData(model),
      optimizer: await optimizer.getState(),
      callbacks: Object.fromEntries(callbacks.map((c) => [c.name, c.getState?.() ?? {}])),
    }),
  };

  try {
    for (const callback of callbacks) await callback.onTrainBegin?.(trainer);
    if (resumeFrom) {
      restore(resumeFrom, { model, optimizer, callbacks, history, trainer, seed, runFingerprint });
    }
    while (history.length < epochs && !trainer.stopTraining) {
      const epoch = history.length;
      for (const callback of callbacks) await callback.onEpochBegin?.(epoch, trainer);
      const order = shuffledIndices(n, deriveSeed(seed, SHUFFLE, epoch));
      let lossSum = 0;
      let right = 0;
      for (let batch = 0; batch < batches; batch++) {
        await nextTurn();
        signal?.throwIfAborted();
        const stepNumber = epoch * batches + batch;
        dropout.setStep(stepNumber);
        if (hasSchedule) optimizer.learningRate = rateOf(stepNumber);
        const indices = order.subarray(batch * batchSize, (batch + 1) * batchSize);
        const examples = makeBatch(dataset, shape, indices, {
          classWeight,
          labelSmoothing,
          mixup,
          augment,
          seed: deriveSeed(seed, BATCH, stepNumber),
        });
        const step = await trainingStep(model, shape, optimizer, examples);
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
        learningRate: optimizer.learningRate,
      };
      history.push(logs);
      for (const callback of callbacks) await callback.onEpochEnd?.(logs, trainer);
      await nextTurn();
      signal?.throwIfAborted();
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
    runFingerprint: number;
  },
): void {
  checkResumable(state, run.seed, run.runFingerprint);
  setWeightsData(run.model, state.weights);
  run.optimizer.setState(state.optimizer);
  for (const callback of run.callbacks) {
    const saved = state.callbacks[callback.name];
    if (saved) callback.setState?.(saved);
  }
  run.history.push(...state.history);
  run.trainer.stopTraining = state.stopTraining;
}

/** Lets timers, signals and a page's events run between two steps. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
