import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { fit } from '../training/fit.ts';
import { predictScores } from '../training/predict-scores.ts';
import {
  CovariancePooling,
  type CovariancePoolingConfig,
  DEFAULT_LAGS,
} from './covariance-pooling.ts';

beforeAll(() => enableWasmTraining(tf, { threads: 1 }));

const [BATCH, FRAMES] = [2, 7];
const example = (channels: number): number[][][] =>
  Array.from({ length: BATCH }, (_, b) =>
    Array.from({ length: FRAMES }, (_, t) =>
      Array.from({ length: channels }, (_, c) => Math.sin(3 * b + t * (1 + c) + 0.3 * c * c)),
    ),
  );

/** What the layer computes, in the order in which it does. */
function pooled(x: number[][], lags: number[], softening: number): number[] {
  const channels = x[0].map((_, c) => c);
  const mean = channels.map((c) => x.reduce((sum, frame) => sum + frame[c], 0) / x.length);
  const secondOrder = (d: number[][]): number[] => {
    const moment = (a: number, b: number) =>
      d.reduce((sum, frame) => sum + frame[a] * frame[b], 0) / d.length;
    const deviation = channels.map((c) => Math.sqrt(moment(c, c) + 1e-5));
    const correlation = (a: number, b: number) =>
      moment(a, b) / ((deviation[a] + softening) * (deviation[b] + softening));
    const size = channels.length;
    const shifts = Array.from({ length: Math.floor((size - 1) / 2) }, (_, s) => s + 1);
    const whole = channels.flatMap((i) => shifts.map((s) => correlation(i, (i + s) % size)));
    const half = size % 2 ? [] : channels.slice(0, size / 2);
    return [...deviation, ...whole, ...half.map((i) => correlation(i, i + size / 2))];
  };
  const centred = x.map((frame) => frame.map((value, c) => value - mean[c]));
  const differences = lags.map((lag) =>
    x.slice(lag).map((frame, t) => frame.map((value, c) => value - x[t][c])),
  );
  return [...mean, ...[centred, ...differences].flatMap(secondOrder)];
}

describe.each(['cpu', 'wasm'])('CovariancePooling on %s', (backend) => {
  beforeEach(async () => {
    await tf.setBackend(backend);
  });
  const apply = (x: number[][][], config?: CovariancePoolingConfig): number[][] =>
    tf.tidy(() => (new CovariancePooling(config).apply(tf.tensor3d(x)) as tf.Tensor2D).arraySync());

  it.each([
    [1, [1, 2, 5], 0.1],
    [2, [1], 0.1],
    [3, [], 0.1],
    [4, [2, 6], 0.5],
    [5, [1, 3], 2],
  ])('pools %i channels with lags %j', (channels, lags, softening) => {
    const x = example(channels);
    const expected = x.map((each) => pooled(each, lags, softening));
    // Float32.
    expect(apply(x, { lags, softening })).toBeAllclose(expected, { rtol: 1e-4, atol: 1e-5 });
    const layer = new CovariancePooling({ lags });
    expect(layer.computeOutputShape([null, FRAMES, channels])).toEqual([null, expected[0].length]);
  });

  it('has lags of 1, 2 and 5 frames and a softening of 0.1 by default', () => {
    const x = example(3);
    expect(apply(x)).toEqual(apply(x, { lags: [1, 2, 5], softening: 0.1 }));
    expect(DEFAULT_LAGS).toEqual([1, 2, 5]);
  });

  it('is steady where nothing moves', () => {
    const still = [Array.from({ length: FRAMES }, () => [1, 2])];
    const [values] = apply(still, { lags: [1] });
    expect(values).toBeAllclose([1, 2, ...new Array(2).fill([0.00316, 0.00316, 0]).flat()], {
      rtol: 1e-2,
      atol: 1e-6,
    });
  });

  it('has the slope of what it computes', () => {
    const x = example(3);
    const lags = [1, 2];
    const layer = new CovariancePooling({ lags });
    const size = pooled(x[0], lags, 0.1).length;
    const weights = Array.from({ length: size }, (_, i) => Math.cos(i));
    const of = (each: number[][]) =>
      pooled(each, lags, 0.1).reduce((sum, value, i) => sum + weights[i] * value, 0);
    const slopes = tf.tidy(() =>
      tf
        .grad((input) => tf.sum(tf.mul(layer.apply(input) as tf.Tensor, tf.tensor1d(weights))))(
          tf.tensor3d([x[0]]),
        )
        .dataSync(),
    );
    const step = 1e-5;
    const expected = x[0].flatMap((frame, t) =>
      frame.map((_, c) => {
        const moved = (by: number) =>
          of(x[0].map((each, s) => each.map((v, k) => (s === t && k === c ? v + by : v))));
        return (moved(step) - moved(-step)) / (2 * step);
      }),
    );
    // Float32 against a difference of doubles.
    expect(slopes).toBeAllclose(expected, { rtol: 1e-3, atol: 1e-4 });
  });

  /** Whose classes differ in nothing but whether two channels move together. */
  const together = (n: number) => {
    const y = Array.from({ length: n }, (_, i) => i % 2);
    const x = new Float32Array(n * FRAMES * 2);
    y.forEach((label, i) => {
      for (let t = 0; t < FRAMES; t++) {
        const value = Math.sin(i * 7.3 + t * (1 + (i % 5)));
        x[(i * FRAMES + t) * 2] = value;
        x[(i * FRAMES + t) * 2 + 1] = label ? value : -value;
      }
    });
    return { x, y };
  };
  it('trains, leaves no tensor, and is saved and loaded', async () => {
    const model = sequential();
    model.add(layers.reshape({ inputShape: [FRAMES, 2], targetShape: [FRAMES, 2] }));
    model.add(new CovariancePooling({ lags: [1], softening: 0.25, name: 'pooled' }));
    model.add(layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'zeros' }));
    onTestFinished(() => void model.dispose());
    const data = together(24);
    const before = tf.memory().numTensors;
    const history = await fit(model, data, { epochs: 12, batchSize: 8, learningRate: 0.2 });
    expect(tf.memory().numTensors).toBe(before);
    expect(history.at(-1)?.accuracy).toBe(1);
    const store = memoryStore();
    await new Classifier({ model, labels: ['apart', 'together'] }).save(store);
    const loaded = await Classifier.load(store);
    onTestFinished(() => loaded.dispose());
    expect(loaded.model.getLayer('pooled').getConfig()).toMatchObject({
      lags: [1],
      softening: 0.25,
    });
    expect(await predictScores(loaded.model, data.x)).toEqual(await predictScores(model, data.x));
  });

  it('refuses lags that are no shorter than the sequence', () => {
    const x = example(2);
    expect(() => apply(x, { lags: [7] })).toThrow(
      'CovariancePooling: `lags` must be below the 7 frames, got 7',
    );
    expect(apply(x, { lags: [6] })).toHaveLength(2);
  });
});

it.each<[CovariancePoolingConfig, string]>([
  [{ lags: [0] }, '`lags[0]` must be a whole number ≥ 1, got 0'],
  [{ lags: [1, 1.5] }, '`lags[1]` must be a whole number ≥ 1, got 1.5'],
  [{ lags: 5 as never }, '`lags` must be a list, got number'],
  [{ lags: new Array(65).fill(1) }, '`lags` must be at most 64, got 65'],
  [{ softening: 0 }, '`softening` must be > 0 and finite, got 0'],
])('is not made of %j', (config, text) => {
  expect(() => new CovariancePooling(config)).toThrow(`CovariancePooling: ${text}`);
});

it('is known to tfjs under its name, once', () => {
  CovariancePooling.register();
  CovariancePooling.register();
  expect(tf.serialization.SerializationMap.getMap().classNameMap).toHaveProperty(
    'CovariancePooling',
  );
});
