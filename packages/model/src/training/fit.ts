import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { deriveSeed } from '../random/derive-seed.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkDataset } from '../util/check-dataset.ts';
import { checkWeights, divergedError } from '../util/check-diverged.ts';
import { checkFitOptions } from '../util/check-fit-options.ts';
import { checkNonNegative } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { createTrainer } from '../util/create-trainer.ts';
import { explainKernels } from '../util/explain-kernels.ts';
import { fingerprintExamples, fingerprintFrom } from '../util/fingerprint.ts';
import { modelShape } from '../util/model-shape.ts';
import { nextTask } from '../util/next-task.ts';
import { type Run, restoreState } from '../util/run-state.ts';
import { seededDropout } from '../util/seeded-dropout.ts';
import { type EpochPlan, NAMED, SEED_PURPOSE, trainEpoch } from '../util/train-epoch.ts';
import { trainableVariables } from '../util/training-step.ts';
import { warnOfBackend } from '../util/warn-of-backend.ts';
import { Adam } from './adam.ts';
import type { Dataset } from './dataset.ts';
import type { EpochLogs } from './epoch-logs.ts';
import { evaluate } from './evaluate.ts';
import { FIT_OPTIONS, type FitOptions } from './fit-options.ts';

/**
 * Trains a model on any tfjs backend: Keras' `model.fit` with Adam and categorical cross-entropy.
 * One seed determines every random choice.
 *
 * @returns The figures of each epoch.
 * @throws {ModelError} `bad-dataset` or `bad-argument`; `missing-backend` or `missing-kernel`, such
 *   as on wasm without `enableWasmTraining`; `diverged-training` when numbers become NaN or
 *   infinite; `corrupt-state` for a damaged `resumeFrom`. Throws the signal's reason when aborted.
 *   No tensor is left in memory either way.
 */
export async function fit(
  model: LayersModel,
  dataset: Dataset,
  options: FitOptions,
): Promise<EpochLogs[]> {
  return explainKernels('fit', () => train(model, dataset, options));
}

async function train(
  model: LayersModel,
  dataset: Dataset,
  options: FitOptions,
): Promise<EpochLogs[]> {
  const {
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
    terminateOnNaN = true,
    onWarning,
    resumeFrom,
    signal,
  } = checkOptions('fit', options, FIT_OPTIONS);
  const shape = modelShape('fit', model);
  checkProbabilities('fit', model, shape.classes);
  checkDataset('fit', 'dataset', dataset, shape);
  if (validation) checkDataset('fit', 'validation', validation, shape);
  const numbers = { epochs, batchSize, seed, weightDecay, labelSmoothing, mixup };
  checkFitOptions(
    'fit',
    { ...numbers, learningRate, globalClipnorm, classWeight, callbacks },
    shape.classes,
  );
  const variables = trainableVariables(model);
  if (variables.length === 0) {
    throw new ModelError('bad-argument', 'fit: `model` must have weights that train, got none');
  }
  checkBackend('fit');

  const steps = epochs * Math.ceil(dataset.y.length / batchSize);
  const hasSchedule = typeof learningRate === 'function';
  const rateOf = (step: number): number => {
    if (!hasSchedule) return learningRate;
    const rate = learningRate(step, steps);
    checkNonNegative('fit', `learningRate(${step}, ${steps})`, rate);
    return rate;
  };
  // Before anything is taken that must be given back: it reads all of a source.
  const data = await fingerprintData(dataset, validation, shape.size, signal);
  const dropout = seededDropout(model, deriveSeed(seed, SEED_PURPOSE.dropout));
  const optimizer = new Adam(variables, { learningRate: rateOf(0), weightDecay, globalClipnorm });
  const history: EpochLogs[] = [];
  const run: Run = {
    model,
    optimizer,
    callbacks,
    history,
    seed,
    fingerprint: fingerprintFrom(
      data,
      classWeight ?? [],
      [batchSize, weightDecay, globalClipnorm ?? 0, labelSmoothing, mixup],
      // A schedule is recognised by the length of its run, since functions cannot be compared.
      [hasSchedule ? epochs : learningRate],
    ),
  };
  const trainer = createTrainer(run, { epochs, hasSchedule });
  const plan: EpochPlan = {
    model,
    shape,
    dataset,
    batchSize,
    batchOptions: { classWeight, labelSmoothing, mixup, augment },
    seed,
    optimizer,
    dropout,
    terminateOnNaN,
    ...(hasSchedule && { rateOf }),
    async onBatchEnd(logs) {
      for (const callback of callbacks) await callback.onBatchEnd?.(logs, trainer);
    },
    signal,
  };

  try {
    for (const callback of callbacks) await callback.onTrainBegin?.(trainer);
    if (resumeFrom) restoreState(resumeFrom, run, trainer);
    warnOfBackend(onWarning);
    while (history.length < epochs && !trainer.stopTraining) {
      const epoch = history.length;
      for (const callback of callbacks) await callback.onEpochBegin?.(epoch, trainer);
      const trained = await trainEpoch(epoch, plan);
      if (terminateOnNaN) await checkWeights(model, `after epoch ${epoch}`, optimizer.learningRate);
      const validated = validation && (await evaluate(model, validation));
      if (terminateOnNaN && validated && !Number.isFinite(validated.loss)) {
        const what = `the validation loss of epoch ${epoch} is ${validated.loss}`;
        throw divergedError(what, optimizer.learningRate);
      }
      const logs: EpochLogs = {
        epoch,
        ...trained,
        ...(validated && { valLoss: validated.loss, valAccuracy: validated.accuracy }),
        learningRate: optimizer.learningRate,
      };
      history.push(logs);
      for (const callback of callbacks) await callback.onEpochEnd?.(logs, trainer);
      await nextTask();
      signal?.throwIfAborted();
    }
    for (const callback of callbacks) await callback.onTrainEnd?.(trainer);
    return history;
  } finally {
    dropout.restore();
    optimizer.dispose();
  }
}

/** A hash of all examples and labels, the same for a source as for its array. */
async function fingerprintData(
  dataset: Dataset,
  validation: Dataset | undefined,
  size: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let hash = 0;
  for (const [name, data] of Object.entries({ dataset, validation })) {
    const { x, y } = data ?? { x: new Float32Array(), y: [] };
    const examples = { ...NAMED, name: `${name}.x`, x, size };
    hash = await fingerprintExamples(hash, examples, y.length, signal);
    hash = fingerprintFrom(hash, y);
  }
  return hash;
}
