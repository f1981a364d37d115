import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { reduceLrOnPlateau } from '../callbacks/reduce-lr-on-plateau.ts';
import { ModelError } from '../model-error.ts';
import { buildModel } from '../models/build-model.ts';
import { cosineDecay } from '../schedules/cosine-decay.ts';
import { oneCycle } from '../schedules/one-cycle.ts';
import { getWeightsData } from '../util/weights-data.ts';
import type { Callback } from './callback.ts';
import type { Dataset } from './dataset.ts';
import { deserializeState } from './deserialize-state.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { serializeState } from './serialize-state.ts';
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

  it('gives the same weights for the same seed', async () => {
    expect(await train()).toEqual(await train());
  });

  it('gives other weights for another seed', async () => {
    expect(await train({ seed: 2 })).not.toEqual(await train());
  });

  describe('interrupted', () => {
    const options = () => ({
      validation: slopes(8, 1),
      epochs: 5,
      callbacks: [
        earlyStopping({ patience: 3, restoreBestWeights: true }),
        reduceLrOnPlateau({ patience: 1, factor: 0.5 }),
      ] as Callback[],
    });

    /** Ends a run within its third epoch. Gives its error, and its state after the second. */
    const interrupt = async (): Promise<{ error: Error; state: Uint8Array }> => {
      const abort = new AbortController();
      let state = new Uint8Array();
      const interrupted = options();
      interrupted.callbacks.push({
        name: 'save',
        async onEpochEnd(logs, trainer) {
          if (logs.epoch === 1) state = serializeState(await trainer.captureState());
        },
        onBatchEnd({ epoch, batch }) {
          if (epoch === 2 && batch === 1) abort.abort(new Error('enough'));
        },
      });
      const run = train({ ...interrupted, signal: abort.signal });
      return {
        error: await run.then(
          () => new Error('not interrupted'),
          (error) => error,
        ),
        state,
      };
    };

    it("throws the signal's reason", async () => {
      expect((await interrupt()).error.message).toBe('enough');
    });

    it('and resumed, ends bit for bit like an uninterrupted run', async () => {
      const resumeFrom = deserializeState((await interrupt()).state);
      expect(resumeFrom.epoch).toBe(2);
      expect(await train({ ...options(), resumeFrom })).toEqual(await train(options()));
    });
  });

  describe('resumed', () => {
    const options = (): Partial<FitOptions> => ({
      validation: slopes(8, 1),
      epochs: 4,
      callbacks: [earlyStopping({ patience: 1, restoreBestWeights: true })],
    });
    /** A whole run, and its state after the first epoch. */
    async function capture(): Promise<{ whole: unknown; resumeFrom: TrainingState }> {
      const states: TrainingState[] = [];
      const save: Callback = {
        name: 'save',
        onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
      };
      const { callbacks = [], ...others } = options();
      const whole = await train({ ...others, callbacks: [...callbacks, save] });
      return { whole, resumeFrom: states[0] };
    }

    it('goes on from one state as often as asked', async () => {
      const { whole, resumeFrom } = await capture();
      for (let time = 0; time < 2; time++) {
        expect(await train({ ...options(), resumeFrom })).toEqual(whole);
      }
    });

    it.each([
      ['other data', { validation: slopes(8, 2) }, 'other data'],
      ['another batch size', { batchSize: 4 }, 'other options'],
      ['another seed', { seed: 5 }, 'seed 1, but `seed` is 5'],
    ])('refuses %s', async (_, other, text) => {
      const { resumeFrom } = await capture();
      await expect(train({ ...options(), ...other, resumeFrom })).rejects.toThrow(text);
    });

    it.each<[string, (state: TrainingState) => unknown, string]>([
      ['that is a number', () => 7, 'bad-argument'],
      ['of an epoch and a half', (state) => ({ ...state, epoch: 1.5 }), 'corrupt-state'],
      ['without its history', (state) => ({ ...state, history: [] }), 'corrupt-state'],
      ['whose weights are missing', (state) => ({ ...state, weights: [] }), 'corrupt-state'],
      [
        'whose weights are short',
        (state) => ({ ...state, weights: state.weights.map((each) => each.subarray(1)) }),
        'corrupt-state',
      ],
      [
        'whose moments are short',
        ({ optimizer, ...state }) => ({
          ...state,
          optimizer: { ...optimizer, moments: optimizer.moments.slice(1) },
        }),
        'corrupt-state',
      ],
      [
        'of minus one step',
        (state) => ({ ...state, optimizer: { ...state.optimizer, iterations: -1 } }),
        'corrupt-state',
      ],
      [
        'whose rate is no number',
        (state) => ({ ...state, optimizer: { ...state.optimizer, learningRate: Number.NaN } }),
        'corrupt-state',
      ],
      [
        'in which a callback kept something else',
        (state) => ({ ...state, callbacks: { earlyStopping: { wait: 'long' } } }),
        'corrupt-state',
      ],
      [
        'in which a callback kept weights of another model',
        (state) => ({
          ...state,
          callbacks: { earlyStopping: { wait: 0, best: 1, bestEpoch: 0, bestWeights: [] } },
        }),
        'corrupt-state',
      ],
    ])('refuses a state %s, and leaves the model as it was', async (_, change, code) => {
      const { resumeFrom } = await capture();
      const model = smallModel();
      const before = await getWeightsData(model);
      const run = fit(model, slopes(24), {
        batchSize: 8,
        seed: 1,
        epochs: 4,
        ...options(),
        resumeFrom: change(resumeFrom) as TrainingState,
      });
      await expect(run).rejects.toMatchObject({ name: 'ModelError', code });
      expect(await getWeightsData(model)).toEqual(before);
      model.dispose();
    });

    it('keeps the state of a callback whatever its name is', async () => {
      const seen: unknown[] = [];
      const named = (name: string): Callback => ({
        name,
        getState: () => ({ name }),
        setState: (state) => void seen.push(state.name),
      });
      const callbacks = ['constructor', 'toString', 'hasOwnProperty'].map(named);
      const states: TrainingState[] = [];
      const save: Callback = {
        name: 'save',
        onEpochEnd: async (_, trainer) => void states.push(await trainer.captureState()),
      };
      await train({ callbacks: [...callbacks, save] });
      const resumeFrom = deserializeState(serializeState(states[0]));
      await train({ callbacks: [...callbacks, save], resumeFrom });
      expect(seen).toEqual(['constructor', 'toString', 'hasOwnProperty']);
      // A state without them has nothing of that name.
      await train({ callbacks, resumeFrom: { ...resumeFrom, callbacks: {} } });
      expect(seen).toHaveLength(3);
    });

    it('refuses a state of another version', async () => {
      const resumeFrom = { ...(await capture()).resumeFrom, version: 2 as never };
      await expect(train({ ...options(), resumeFrom })).rejects.toThrow(
        '`resumeFrom.version` must be 1, got 2',
      );
    });
  });

  describe('starts a callback anew for each run', () => {
    const validation = slopes(8, 1);
    const stop = () => earlyStopping({ patience: 1, restoreBestWeights: true });

    it('with the same end', async () => {
      const options = { validation, callbacks: [stop()] };
      expect(await train(options)).toEqual(await train(options));
    });

    it('and passes no weights from one model to the next', async () => {
      const callbacks = [stop()];
      await train({ validation, callbacks });
      const other = { validation, seed: 9, learningRate: 1e-5 };
      expect(await train({ ...other, callbacks })).toEqual(
        await train({ ...other, callbacks: [stop()] }),
      );
    });
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

  it('weighs all classes the same by default', async () => {
    expect(await train({ classWeight: [1, 1] })).toEqual(await train());
  });

  it('learns nothing of a class of weight 0', async () => {
    const model = smallModel();
    const data = slopes(48);
    await fit(model, data, { epochs: 15, batchSize: 8, learningRate: 0.02, classWeight: [0, 1] });
    const { accuracy } = await evaluate(model, data);
    // Everything is called class 1, which is half of the examples.
    expect(accuracy).toBe(0.5);
    model.dispose();
  });

  describe('with AdamW on a schedule, smoothing, mixup, clipping and augmentation', () => {
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

    it('learns', async () => {
      const { losses } = await train(options);
      expect(losses[2]).toBeLessThan(losses[0]);
    });

    it('gives the same weights for the same seed', async () => {
      expect(await train(options)).toEqual(await train(options));
    });

    it('gives other weights without mixup', async () => {
      expect(await train({ ...options, mixup: 0 })).not.toEqual(await train(options));
    });
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
    [
      {
        callbacks: [
          { name: 'one', replacesWeights: true },
          { name: 'two', replacesWeights: true },
        ],
      },
      'at most one that replaces the weights at the end, got one and two',
    ],
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
