import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import type { Dataset } from './dataset.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';

beforeAll(() => enableWasmTraining(tf, { threads: 1 }));

const data: Dataset = {
  x: Float32Array.from({ length: 12 * 6 }, (_, i) => Math.sin(i)),
  y: Array.from({ length: 12 }, (_, i) => i % 2),
};

describe.each(['cpu', 'wasm'])('on %s, a run', (backend) => {
  let model: LayersModel;
  beforeEach(async () => {
    await tf.setBackend(backend);
    model = buildModel({
      inputShape: [6, 1],
      classes: 2,
      blocks: [{ filters: 3, kernelSize: 3 }],
      dense: { units: 3 },
    });
    return () => model.dispose();
  });
  const train = (options: Partial<FitOptions> = {}) =>
    fit(model, data, { epochs: 3, batchSize: 4, ...options });
  /** Makes a weight of the model NaN, as a step that fails does. */
  const spoil = (name: string, value = Number.NaN): void => {
    const weight = model.weights.find(({ originalName }) => originalName === name);
    tf.tidy(() => void weight?.write(tf.fill(weight.shape as number[], value)));
  };

  const LOSS = 'the loss, NaN, of epoch 1, batch 0 of 3 (from 0) is not finite';
  it.each([
    // The loss of wasm hides it.
    ['scores/kernel', LOSS, 'a score of epoch 1, batch 0 of 3 (from 0) is not finite'],
    ['conv_1/kernel', LOSS, LOSS],
    // Training does not read it.
    ...['batch_norm_1/moving_mean'].map((name) => {
      const what = `the weights ${name} are NaN after epoch 1`;
      return [name, what, what];
    }),
  ])('ends when %s is not finite, and leaves no tensor', async (name, onCpu, onWasm) => {
    const before = tf.memory().numTensors;
    const run = train({
      callbacks: [{ name: 'spoil', onEpochBegin: (epoch) => void (epoch === 1 && spoil(name)) }],
    });
    const what = backend === 'cpu' ? onCpu : onWasm;
    await expect(run).rejects.toMatchObject({
      name: 'ModelError',
      code: 'diverged-training',
      message: expect.stringContaining(
        `fit: ${what}: training has diverged. Likely causes: a learning rate`,
      ),
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('goes on when it is told to', async () => {
    spoil('scores/kernel');
    const history = await train({ terminateOnNaN: false, validation: data });
    expect(history.map(({ valLoss }) => valLoss)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('with a rate that is far too high ends', async () => {
    await expect(train({ learningRate: 1e30, epochs: 20 })).rejects.toMatchObject({
      code: 'diverged-training',
      message: expect.stringContaining('(1e+30; also try `globalClipnorm: 1`)'),
    });
  });

  it('ends when the validation loss is not finite', async () => {
    const { calculateLosses } = model;
    const callbacks = [
      {
        name: 'infinite penalty',
        onBatchEnd: ({ epoch, batch }: { epoch: number; batch: number }) => {
          if (epoch === 0 && batch === 2) model.calculateLosses = () => [tf.scalar(Infinity)];
        },
      },
    ];
    await expect(train({ validation: data, callbacks })).rejects.toMatchObject({
      code: 'diverged-training',
      message: expect.stringContaining('the validation loss of epoch 0 is Infinity'),
    });
    model.calculateLosses = calculateLosses;
  });

  it('names the example in which `augment` made a value that is not finite', async () => {
    const augment = (x: Float32Array): Float32Array => x.fill(Number.NaN, 7, 8);
    await expect(train({ augment })).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringMatching(/`augment` must give finite values, got NaN in example \d+$/),
    });
  });
});

describe('onWarning', () => {
  const warned = async (backend: string): Promise<unknown[][]> => {
    await tf.setBackend(backend);
    const model = buildModel({ inputShape: [6, 1], classes: 2, blocks: [] });
    const onWarning = vi.fn();
    await fit(model, data, { epochs: 2, onWarning });
    model.dispose();
    return onWarning.mock.calls;
  };

  it('says once what a step costs on cpu', async () => {
    const message = expect.stringMatching(/^fit: tfjs' cpu backend runs in plain JavaScript/);
    expect(await warned('cpu')).toEqual([[{ code: 'slow-backend', message }]]);
  });

  it('says nothing on wasm', async () => {
    expect(await warned('wasm')).toEqual([]);
  });
});
