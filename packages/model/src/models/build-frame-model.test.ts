import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { Classifier } from '../classifier/classifier.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { fit } from '../training/fit.ts';
import { predictScores } from '../training/predict-scores.ts';
import { buildFrameModel } from './build-frame-model.ts';

beforeAll(async () => {
  const disable = enableWasmTraining(tf);
  await chooseBackend('wasm');
  return disable;
});

/** A short burst somewhere in 20 frames of 3 features; its feature is the label. */
function bursts(n: number): { x: Float32Array; y: number[] } {
  const x = new Float32Array(n * 60);
  const y = Array.from({ length: n }, (_, i) => i % 3);
  y.forEach((label, i) => {
    for (let t = 0; t < 60; t++) x[i * 60 + t] = 0.3 * Math.sin(i * 9.7 + t * 2.3);
    const at = (i * 7) % 18;
    for (let t = at; t < at + 2; t++) x[i * 60 + t * 3 + label] += 2;
  });
  return { x, y };
}

describe('buildFrameModel', () => {
  const small = { inputShape: [20, 3] as [number, number], classes: 3, filters: 8 };

  it('learns to find a short event anywhere in a sequence, and leaves no tensor', async () => {
    const model = buildFrameModel({ ...small, dilations: [1, 2] });
    const before = tf.memory().numTensors;
    const history = await fit(model, bursts(60), {
      epochs: 12,
      batchSize: 12,
      learningRate: 0.02,
      validation: bursts(30),
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(history.at(-1)?.valAccuracy).toBeGreaterThan(0.9);
    model.dispose();
  });

  it('scores the same after saving and loading', async () => {
    const model = buildFrameModel({ ...small, dilations: [1, 2] });
    const store = memoryStore();
    await new Classifier({ model, labels: ['a', 'b', 'c'] }).save(store);
    const loaded = await Classifier.load(store);
    const { x } = bursts(6);
    expect(await predictScores(loaded.model, x)).toEqual(await predictScores(model, x));
    loaded.dispose();
    model.dispose();
  });

  it('pools by covariances: learns, leaves no tensor, scores the same when loaded', async () => {
    const model = buildFrameModel({
      ...small,
      dilations: [],
      pooling: 'covariance',
      pooledChannels: 5,
      lags: [1, 3],
      headDropout: 0,
    });
    const before = tf.memory().numTensors;
    const options = { epochs: 15, batchSize: 12, learningRate: 0.02, validation: bursts(30) };
    const history = await fit(model, bursts(60), options);
    expect(tf.memory().numTensors).toBe(before);
    expect(history.at(-1)?.valAccuracy).toBeGreaterThan(0.9);
    const store = memoryStore();
    await new Classifier({ model, labels: ['a', 'b', 'c'] }).save(store);
    const loaded = await Classifier.load(store);
    const { x } = bursts(6);
    expect(await predictScores(loaded.model, x)).toEqual(await predictScores(model, x));
    loaded.dispose();
    model.dispose();
  });

  it('pools with weights that add up to 1', () => {
    const model = buildFrameModel({ inputShape: [7, 2], filters: 4, dilations: [1], squeeze: 0 });
    const attention = model.getLayer('attention');
    expect(attention.outputShape).toEqual([null, 1, 7]);
    expect(model.getLayer('pooled').outputShape).toEqual([null, 8]);
    expect(model.outputs[0].shape).toEqual([null, 8]);
    model.dispose();
  });

  it.each([
    [
      { inputShape: [0, 3] as [number, number] },
      '`inputShape[0]` must be a whole number ≥ 1, got 0',
    ],
    [{ dilations: [1, 0] }, '`dilations[1]` must be a whole number ≥ 1, got 0'],
    [{ dropout: 1 }, '`dropout` must be in [0, 1), got 1'],
    [{ headDropout: 1 }, '`headDropout` must be in [0, 1), got 1'],
    [{ squeeze: 1 }, '`squeeze` must be in [0, 1), got 1'],
    [{ squeeze: -0.5 }, '`squeeze` must be in [0, 1), got -0.5'],
    [{ batchNormMomentum: 1 }, '`batchNormMomentum` must be in [0, 1), got 1'],
    [{ classes: 1 }, '`classes` must be a whole number ≥ 2, got 1'],
    [{ filters: 0 }, '`filters` must be a whole number ≥ 1, got 0'],
    [{ kernelSize: 0 }, '`kernelSize` must be a whole number ≥ 1, got 0'],
    [{ pooling: 'mean' as never }, "`pooling` must be 'attention' or 'covariance', got mean"],
    [{ pooledChannels: 0 }, '`pooledChannels` must be a whole number ≥ 1, got 0'],
    [{ lags: [1, 0] }, '`lags[1]` must be a whole number ≥ 1, got 0'],
    [{ lags: 1 as never }, '`lags` must be a list, got number'],
    [{ pooling: 'covariance' as const }, '`lags` must be below the 5 frames, got 5'],
    [{ seed: -1 }, '`seed` must be a whole number ≥ 0, got -1'],
  ])('refuses %j', (config, text) => {
    expect(() => buildFrameModel({ inputShape: [5, 3], ...(config as object) })).toThrow(
      `buildFrameModel: ${text}`,
    );
  });

  it('takes what is just in range', () => {
    const model = buildFrameModel({
      inputShape: [1, 1],
      classes: 2,
      filters: 1,
      kernelSize: 1,
      dilations: [],
      batchNormMomentum: 0,
    });
    expect(model.outputs[0].shape).toEqual([null, 2]);
    model.dispose();
  });
});
