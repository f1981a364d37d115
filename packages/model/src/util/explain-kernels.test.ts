import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { Classifier } from '../classifier/classifier.ts';
import { buildFrameModel } from '../models/build-frame-model.ts';
import { buildModel } from '../models/build-model.ts';
import { evaluate } from '../training/evaluate.ts';
import { fit } from '../training/fit.ts';
import { predictScores } from '../training/predict-scores.ts';
import { explainKernels } from './explain-kernels.ts';

beforeAll(async () => {
  await chooseBackend('wasm');
});

const images = (): LayersModel => {
  const net = sequential();
  net.add(layers.conv2d({ inputShape: [6, 2, 1], filters: 2, kernelSize: [3, 1] }));
  net.add(layers.globalMaxPooling2d({}));
  net.add(layers.dense({ units: 2, activation: 'softmax' }));
  return net;
};
const MODELS: [string, () => LayersModel][] = [
  ['the CNN', () => buildModel({ inputShape: [6, 2], classes: 2 })],
  ['the frame model', () => buildFrameModel({ inputShape: [6, 2], classes: 2, filters: 4 })],
  ['a model of images', images],
];
const data = { x: Float32Array.from({ length: 48 }, (_, i) => Math.sin(i)), y: [0, 1, 0, 1] };

describe('wasm without enableWasmTraining', () => {
  it.each(MODELS)(
    'says what to do when it is to train %s, and leaves no tensor',
    async (_, make) => {
      const model = make();
      const before = tf.memory().numTensors;
      await expect(fit(model, data, { epochs: 1 })).rejects.toMatchObject({
        name: 'ModelError',
        code: 'missing-kernel',
        message: expect.stringMatching(
          /^fit: the backend wasm lacks the kernel \w+; import \{ enableWasmTraining \} from '@ser\/wasm-training' and call enableWasmTraining\(tf\) first$/,
        ),
        cause: expect.objectContaining({ message: expect.stringContaining('not registered') }),
      });
      expect(tf.memory().numTensors).toBe(before);
      model.dispose();
    },
  );

  it('trains what needs no kernel of it', async () => {
    const model = sequential();
    model.add(layers.dense({ inputShape: [12], units: 2, activation: 'softmax' }));
    expect(await fit(model, data, { epochs: 1 })).toHaveLength(1);
    model.dispose();
  });
});

describe('a kernel that a backend lacks', () => {
  const missing = (name: string) => async () => {
    tf.engine().runKernel(name, {});
  };

  it('with enableWasmTraining is not put down to its absence', async () => {
    const disable = enableWasmTraining(tf);
    await expect(explainKernels('predictScores', missing('NoSuch'))).rejects.toThrow(
      'predictScores: the backend wasm lacks the kernel NoSuch; use another layer or another back',
    );
    disable();
  });

  it.each<[string, (model: LayersModel) => Promise<unknown>]>([
    ['predictScores', (model) => predictScores(model, data.x)],
    ['predictScores', (model) => evaluate(model, data)],
    [
      'predictScores',
      (model) => new Classifier({ model, labels: ['a', 'b'] }).predict([data.x.subarray(0, 12)]),
    ],
  ])('is named by %s and what stands on it', async (caller, use) => {
    const model = images();
    // A layer whose kernel is nowhere.
    model.layers[1].call = () => tf.engine().runKernel('NoSuch', {}) as never;
    await expect(use(model)).rejects.toMatchObject({
      code: 'missing-kernel',
      message: expect.stringMatching(
        new RegExp(`^${caller}: the backend wasm lacks the kernel NoSuch`),
      ),
    });
    model.dispose();
  });

  it('is told from an operation without a gradient', async () => {
    const fail = async () => {
      throw new Error('Cannot compute gradient: gradient function not found for Foo.');
    };
    await expect(explainKernels('fit', fail)).rejects.toMatchObject({
      code: 'missing-kernel',
      message: 'fit: tfjs has no gradient of Foo; use another layer, or one that is frozen',
    });
  });

  it('is told from all other errors', async () => {
    for (const text of [
      'no kernel of truth',
      "My Kernel 'A' not registered for backend 'b'",
      'gradient function not found for Foo, says the oracle\nor not',
    ]) {
      const error = new Error(text);
      await expect(explainKernels('fit', () => Promise.reject(error))).rejects.toBe(error);
    }
  });
});
