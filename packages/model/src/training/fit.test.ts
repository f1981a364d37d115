import '@tensorflow/tfjs-backend-cpu';
import { deserialize, serialize } from 'node:v8';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { reduceLrOnPlateau } from '../callbacks/reduce-lr-on-plateau.ts';
import { ModelError } from '../model-error.ts';
import { buildModel } from '../models/build-model.ts';
import { getWeightsData } from '../util/weights-data.ts';
import type { Callback } from './callback.ts';
import type { Dataset } from './dataset.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { cosineDecay, oneCycle } from './schedules.ts';
import type { TrainingState } from './training-state.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A small net with every kind of layer that training treats specially. */
function smallModel(): LayersModel {
  return buildModel({
    inputShape: [8, 1],
    classes: 2,
    blocks: [{ filters: 4, kernelSize: 3, dropout: 0.25, poolSize: 2 }],
    dense: { units: 4, dropout: 0.25 },
    batchNormMomentum: 0.5,
    seed: 3,
  });
}

/** Two classes that the sign of a slope tells apart. */
function slopes(n: number, offset = 0): Dataset {
  const x = new Float32Array(n * 8);
  const y = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    y[i] = i % 2;
    for (let t = 0; t < 8; t++) {
      x[i * 8 + t] = (y[i] ? 1 : -1) * (t - 3.5) * 0.3 + Math.sin(i * 7.1 + t + offset) * 0.2;
    }
  }
  return { x, y };
}

async function train(
  options: Partial<FitOptions> = {},
): Promise<{ weights: Float32Array[]; losses: number[] }> {
  const model = smallModel();
  try {
    const history = await fit(model, slopes(24), { epochs: 3, batchSize: 8, seed: 1, ...options });
    return { weights: await getWeightsData(model), losses: history.map(({ loss }) => loss) };
  } finally {
    model.dispose();
  }
}

describe('fit', () => {
  it('learns what can be learned', async () => {
    const model = smallModel();
    const history = await fit(model, slopes(48), {
      epochs: 20,
      batchSize: 8,
      learningRate: 0.02,
      validation: slopes(16, 1),
    });
    expect(history).toHaveLength(20);
    expect(history[19].loss).toBeLessThan(history[0].loss / 2);
    expect(history[19].valAccuracy).toBe(1);
    model.dispose();
  });

  it('gives the same weights for the same seed and others for another', async () => {
    const first = await train();
    expect(await train()).toEqual(first);
    expect(await train({ seed: 2 })).not.toEqual(first);
  });

  it('resumed after an interrupt, ends bit for bit like an uninterrupted run', async () => {
    const options = () => ({
      validation: slopes(8, 1),
      epochs: 5,
      callbacks: [
        earlyStopping({ patience: 3, restoreBestWeights: true }),
        reduceLrOnPlateau({ patience: 1, factor: 0.5 }),
      ] as Callback[],
    });
    const whole = await train(options());

    const abort = new AbortController();
    let saved: Uint8Array | undefined;
    const interrupted = options();
    interrupted.callbacks.push({
      name: 'save',
      async onEpochEnd(logs, trainer) {
        if (logs.epoch === 1) saved = serialize(await trainer.captureState());
      },
      onBatchEnd({ epoch, batch }) {
        if (epoch === 2 && batch === 1) abort.abort(new Error('enough'));
      },
    });
    await expect(train({ ...interrupted, signal: abort.signal })).rejects.toThrow('enough');

    const resumeFrom = deserialize(saved as Uint8Array) as TrainingState;
    expect(resumeFrom.epoch).toBe(2);
    expect(await train({ ...options(), resumeFrom })).toEqual(whole);
  });

  it('resumes from one state as often as asked, and only with the same data and options', async () => {
    const states: TrainingState[] = [];
    const options = (): Partial<FitOptions> => ({
      validation: slopes(8, 1),
      epochs: 4,
      callbacks: [earlyStopping({ patience: 1, restoreBestWeights: true })],
    });
    const save: Callback = {
      name: 'save',
      onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
    };
    const whole = await train({ ...options(), callbacks: [...(options().callbacks ?? []), save] });
    const [resumeFrom] = states;
    expect(await train({ ...options(), resumeFrom })).toEqual(whole);
    expect(await train({ ...options(), resumeFrom })).toEqual(whole);
    await expect(train({ ...options(), validation: slopes(8, 2), resumeFrom })).rejects.toThrow(
      'other data',
    );
    await expect(train({ ...options(), batchSize: 4, resumeFrom })).rejects.toThrow(
      'other options',
    );
    await expect(train({ ...options(), seed: 5, resumeFrom })).rejects.toThrow(
      'seed 1, but `seed` is 5',
    );
  });

  it('starts a callback anew for each run: no weights pass from one model to the next', async () => {
    const callbacks = [earlyStopping({ patience: 1, restoreBestWeights: true })];
    const options = { validation: slopes(8, 1), callbacks };
    const first = await train(options);
    expect(await train(options)).toEqual(first);
    const other = await train({ ...options, seed: 9, learningRate: 1e-5 });
    expect(other.weights).not.toEqual(first.weights);
    expect(
      await train({
        ...options,
        callbacks: [earlyStopping({ patience: 1, restoreBestWeights: true })],
        seed: 9,
        learningRate: 1e-5,
      }),
    ).toEqual(other);
  });

  it('notices an abort in the last epoch, after its callbacks', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const callbacks: Callback[] = [
      {
        name: 'abort',
        onBatchEnd({ epoch, batch, batches }) {
          if (epoch === 2 && batch === batches - 1) abort.abort(new Error('late'));
        },
        onEpochEnd: ({ epoch }) => void seen.push(epoch),
      },
    ];
    await expect(train({ callbacks, signal: abort.signal })).rejects.toThrow('late');
    expect(seen).toEqual([0, 1, 2]);
  });

  it('weighs classes: one of weight 0 teaches nothing', async () => {
    expect(await train({ classWeight: [1, 1] })).toEqual(await train());
    const model = smallModel();
    const data = slopes(48);
    await fit(model, data, { epochs: 15, batchSize: 8, learningRate: 0.02, classWeight: [0, 1] });
    const { accuracy } = await evaluate(model, data);
    // Everything is called class 1, which is half of the examples.
    expect(accuracy).toBe(0.5);
    model.dispose();
  });

  it('learns with AdamW on a schedule, with smoothing, mixup, clipping and augmentation, the same way twice', async () => {
    const options = {
      epochs: 3,
      learningRate: oneCycle(0.02),
      weightDecay: 0.01,
      globalClipnorm: 1,
      labelSmoothing: 0.1,
      mixup: 0.2,
      augment: (x: Float32Array, { random }: { random: () => number }) =>
        x.map((v) => v + 0.01 * random()),
    };
    const first = await train(options);
    expect(first.losses[2]).toBeLessThan(first.losses[0]);
    expect(await train(options)).toEqual(first);
    expect(await train({ ...options, mixup: 0 })).not.toEqual(first);
  });

  it('refuses a callback that sets the rate of a schedule', async () => {
    const callbacks = [reduceLrOnPlateau({ monitor: 'loss', patience: 1, minDelta: 10 })];
    await expect(train({ learningRate: cosineDecay(0.01), callbacks })).rejects.toThrow(
      'is a schedule',
    );
  });

  it.each([
    [{ classWeight: [Number.NaN, 1] }, '`classWeight[0]` must be ≥ 0 and finite, got NaN'],
    [{ seed: Number.NaN }, '`seed` must be a whole number ≥ 0, got NaN'],
    [{ callbacks: [earlyStopping(), earlyStopping()] }, "got 'earlyStopping' twice"],
    [{ labelSmoothing: 1 }, '`labelSmoothing` must be in [0, 1), got 1'],
    [{ mixup: -1 }, '`mixup` must be ≥ 0 and finite, got -1'],
    [{ globalClipnorm: 0 }, '`globalClipnorm` must be > 0 and finite, got 0'],
    [{ epochs: 0 }, '`epochs` must be a whole number ≥ 1, got 0'],
    [{ batchSize: 1.5 }, '`batchSize`'],
    [{ learningRate: Number.NaN }, '`learningRate` must be > 0 and finite, got NaN'],
    [{ learningRate: () => Number.NaN }, '`learningRate(0, 9)` must be ≥ 0 and finite, got NaN'],
    [{ classWeight: [1] }, '`classWeight` must hold 2 weights, got 1'],
    [
      { validation: { x: new Float32Array(7), y: [0] } },
      '`validation.x` must hold 1 examples of 8 × 1 = 8 values, got 7',
    ],
  ])('refuses %j', async (options, text) => {
    await expect(train(options)).rejects.toThrow(ModelError);
    await expect(train(options)).rejects.toThrow(text);
  });

  it('refuses a model in which nothing trains', async () => {
    const model = smallModel();
    for (const layer of model.layers) layer.trainable = false;
    await expect(fit(model, slopes(8), { epochs: 1 })).rejects.toThrow('weights that train');
    model.dispose();
  });

  it.each([
    [{ x: new Float32Array(), y: [] }, 'holds no examples'],
    [{ x: [1, 2] as never, y: [0] }, '`dataset.x` must be a Float32Array, got object'],
    [{ x: new Float32Array(8), y: [2] }, '`dataset.y[0]` must be a whole number in [0, 2), got 2'],
    [{ x: new Float32Array(16).fill(Number.NaN, 9, 10), y: [0, 1] }, 'got NaN in example 1'],
  ])('refuses data that does not fit', async (dataset, text) => {
    const model = smallModel();
    await expect(fit(model, dataset, { epochs: 1 })).rejects.toThrow(text);
    model.dispose();
  });
});
