import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ModelError } from '../model-error.ts';
import { buildModel } from './build-model.ts';

beforeAll(() => tf.setBackend('cpu'));

const models: LayersModel[] = [];
function build(...args: Parameters<typeof buildModel>): LayersModel {
  const model = buildModel(...args);
  models.push(model);
  return model;
}
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

describe('buildModel', () => {
  it('is the reference CNN, layer by layer', () => {
    const rows = build().layers.map((layer) => [
      layer.getClassName(),
      (layer.outputShape as number[]).slice(1).join('×'),
      layer.countParams(),
    ]);
    expect(rows).toEqual([
      ['InputLayer', '162×1', 0],
      ['Conv1D', '162×128', 768],
      ['BatchNormalization', '162×128', 512],
      ['MaxPooling1D', '41×128', 0],
      ['Conv1D', '41×256', 164_096],
      ['BatchNormalization', '41×256', 1024],
      ['MaxPooling1D', '11×256', 0],
      ['Conv1D', '11×128', 98_432],
      ['BatchNormalization', '11×128', 512],
      ['Dropout', '11×128', 0],
      ['MaxPooling1D', '3×128', 0],
      ['Conv1D', '3×64', 24_640],
      ['BatchNormalization', '3×64', 256],
      ['Dropout', '3×64', 0],
      ['GlobalAveragePooling1D', '64', 0],
      ['Dense', '64', 4160],
      ['Dropout', '64', 0],
      ['Dense', '8', 520],
    ]);
  });

  it('has 294,920 parameters', () => {
    expect(build().countParams()).toBe(294_920);
  });

  it('trains 293,768 of them', () => {
    const trainable = build().trainableWeights.reduce(
      (n, w) => n + tf.util.sizeFromShape(w.shape as number[]),
      0,
    );
    expect(trainable).toBe(293_768);
  });

  it('gives probabilities', () => {
    const model = build();
    const scores = tf.tidy(() =>
      tf.sum(model.predict(tf.ones([2, 162, 1])) as tf.Tensor, 1).dataSync(),
    );
    // Float32 softmax over 8 classes: a few units in the last place.
    expect(scores).toBeAllclose([1, 1], { rtol: 0, atol: 5e-6 });
  });

  it('draws the same weights from the same seed', () => {
    const kernel = (seed: number) => build({ seed }).getWeights()[0].dataSync();
    expect(kernel(1)).toEqual(kernel(1));
    expect(kernel(1)).not.toEqual(kernel(2));
  });

  it('takes another shape and other labels', () => {
    const model = build({
      inputShape: [10, 3],
      classes: 2,
      blocks: [{ filters: 4, kernelSize: 3 }],
      dense: { units: 5 },
    });
    expect(model.outputs[0].shape).toEqual([null, 2]);
    expect(model.inputs[0].shape).toEqual([null, 10, 3]);
  });

  it('takes what is just in range', () => {
    const model = build({
      inputShape: [1, 1],
      classes: 2,
      blocks: [{ filters: 1, kernelSize: 1, poolSize: 1, dropout: 0.999 }],
      dense: { units: 1, dropout: 0 },
      batchNormMomentum: 0,
    });
    expect(model.outputs[0].shape).toEqual([null, 2]);
  });

  it.each([
    [{ classes: 1 }, '`classes` must be a whole number ≥ 2, got 1'],
    [{ inputShape: [0, 1] as [number, number] }, '`inputShape[0]`'],
    [{ blocks: [{ filters: 2.5, kernelSize: 3 }] }, '`blocks[0].filters`'],
    [{ batchNormMomentum: 1 }, '`batchNormMomentum` must be in [0, 1), got 1'],
    [{ l2: -1 }, '`l2` must be ≥ 0 and finite, got -1'],
    [{ seed: 0.5 }, '`seed` must be a whole number ≥ 0, got 0.5'],
    [{ inputShape: [1, 2, 3] as never }, '`inputShape` must be two numbers, got [1,2,3]'],
    [{ blocks: [{ filters: 2, kernelSize: 3, poolSize: 0 }] }, '`blocks[0].poolSize`'],
    [{ blocks: [{ filters: 2, kernelSize: 3, poolSize: 1.5 }] }, '`blocks[0].poolSize`'],
    [{ blocks: [{ filters: 0, kernelSize: 3 }] }, '`blocks[0].filters` must be a whole number ≥ 1'],
    [{ blocks: [{ filters: 2, kernelSize: 0 }] }, '`blocks[0].kernelSize` must be a whole number'],
    [{ blocks: [{ filters: 2, kernelSize: 3, dropout: 1 }] }, '`blocks[0].dropout` must be in [0,'],
    [
      {
        blocks: [
          { filters: 2, kernelSize: 3 },
          { filters: 2, kernelSize: 3, dropout: -1 },
        ],
      },
      '`blocks[1].dropout`',
    ],
    [{ dense: { units: 0 } }, '`dense.units` must be a whole number ≥ 1, got 0'],
    [{ dense: { units: 2, dropout: 1 } }, '`dense.dropout` must be in [0, 1), got 1'],
    [{ batchNormMomentum: -0.1 }, '`batchNormMomentum` must be in [0, 1), got -0.1'],
    [{ l2: Number.POSITIVE_INFINITY }, '`l2` must be ≥ 0 and finite'],
    [{ seed: -1 }, '`seed` must be a whole number ≥ 0, got -1'],
    [{ inputShape: [1, 0] as [number, number] }, '`inputShape[1]` must be a whole number ≥ 1'],
    [{ inputShape: [1] as never }, '`inputShape` must be two numbers, got [1]'],
  ])('refuses %j', (config, text) => {
    const before = tf.memory().numTensors;
    expect(() => build(config)).toThrow(ModelError);
    expect(tf.memory().numTensors).toBe(before);
    expect(() => build(config)).toThrow(`buildModel: ${text}`);
  });
});
