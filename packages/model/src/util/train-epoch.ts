import type { LayersModel } from '@tensorflow/tfjs-layers';
import { deriveSeed } from '../random/derive-seed.ts';
import { shuffledIndices } from '../random/shuffled-indices.ts';
import type { Adam } from '../training/adam.ts';
import { type BatchOptions, makeBatch } from '../training/batch.ts';
import type { Dataset } from '../training/dataset.ts';
import type { BatchLogs, EpochLogs } from '../training/epoch-logs.ts';
import { divergedError } from './check-diverged.ts';
import { readBatches } from './examples.ts';
import type { ModelShape } from './model-shape.ts';
import { nextTask } from './next-task.ts';
import type { SeededDropout } from './seeded-dropout.ts';
import { trainingStep } from './training-step.ts';

/** Purposes of the seeds that a run derives from its own. Changing one changes every run. */
export const SEED_PURPOSE = { shuffle: 1, dropout: 2, batch: 3 } as const;

/** How errors name the examples that train. */
export const NAMED = { caller: 'fit', name: 'dataset.x', code: 'bad-dataset' } as const;

/** What all epochs of a run share. */
export interface EpochPlan {
  model: LayersModel;
  shape: ModelShape;
  dataset: Dataset;
  batchSize: number;
  batchOptions: Omit<BatchOptions, 'seed'>;
  /** The run's seed. */
  seed: number;
  optimizer: Adam;
  dropout: SeededDropout;
  /**
   * The learning rate of a step, counted over all epochs; left out where callbacks set the rate.
   */
  rateOf?: (step: number) => number;
  /** Whether to stop when a loss or a score is not finite. */
  terminateOnNaN: boolean;
  onBatchEnd: (logs: BatchLogs) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Trains on every example once, in an order that the seed and the epoch determine.
 *
 * @throws {ModelError} `diverged-training`; the signal's reason when aborted.
 */
export async function trainEpoch(
  epoch: number,
  {
    model,
    shape,
    dataset,
    batchSize,
    batchOptions,
    seed,
    optimizer,
    dropout,
    rateOf,
    terminateOnNaN,
    onBatchEnd,
    signal,
  }: EpochPlan,
): Promise<Pick<EpochLogs, 'loss' | 'accuracy'>> {
  const n = dataset.y.length;
  const batches = Math.ceil(n / batchSize);
  const order = shuffledIndices(n, deriveSeed(seed, SEED_PURPOSE.shuffle, epoch));
  let lossSum = 0;
  let right = 0;
  let batch = 0;
  const examples = { ...NAMED, x: dataset.x, size: shape.size };
  for await (const rows of readBatches(examples, batchesOf(order, batchSize))) {
    await nextTask();
    signal?.throwIfAborted();
    const stepNumber = epoch * batches + batch;
    dropout.setStep(stepNumber);
    if (rateOf) optimizer.learningRate = rateOf(stepNumber);
    const indices = order.subarray(batch * batchSize, (batch + 1) * batchSize);
    const inputs = makeBatch(rows, dataset.y, shape, indices, {
      ...batchOptions,
      seed: deriveSeed(seed, SEED_PURPOSE.batch, stepNumber),
    });
    const step = await trainingStep(model, shape, optimizer, inputs);
    if (terminateOnNaN && !step.isFinite) {
      const what = Number.isFinite(step.loss) ? 'a score' : `the loss, ${step.loss},`;
      const where = `of epoch ${epoch}, batch ${batch} of ${batches} (from 0)`;
      throw divergedError(`${what} ${where} is not finite`, optimizer.learningRate);
    }
    lossSum += step.loss * indices.length;
    right += step.right;
    await onBatchEnd({ epoch, batch, batches, loss: step.loss });
    batch++;
  }
  return { loss: lossSum / n, accuracy: right / n };
}

function* batchesOf(order: Uint32Array, batchSize: number): Generator<Uint32Array> {
  for (let start = 0; start < order.length; start += batchSize) {
    yield order.subarray(start, start + batchSize);
  }
}
