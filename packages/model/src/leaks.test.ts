import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkpoint } from './callbacks/checkpoint.ts';
import { earlyStopping } from './callbacks/early-stopping.ts';
import { Classifier } from './classifier/classifier.ts';
import { buildModel } from './models/build-model.ts';
import { StandardScaler } from './preprocessing/standard-scaler.ts';
import { recordingStore } from './testing/recording-store.ts';
import type { Callback } from './training/callback.ts';
import type { Dataset } from './training/dataset.ts';
import { evaluate } from './training/evaluate.ts';
import { fit } from './training/fit.ts';
import type { FitOptions } from './training/fit-options.ts';

beforeAll(() => enableWasmTraining(tf, { threads: 1 }));

const LABELS = ['calm', 'angry'];
const data: Dataset<Float32Array> = {
  x: Float32Array.from({ length: 10 * 6 }, (_, i) => Math.sin(i)),
  y: Array.from({ length: 10 }, (_, i) => i % 2),
};
const notFinite: Dataset = {
  x: data.x.map((value, i) => (i === 7 ? Number.NaN : value)),
  y: data.y,
};
const throws = (error: string) => () => {
  throw new Error(error);
};

// Every way in which work with a model ends must leave the memory as it was.
describe.each(['cpu', 'wasm'])('on %s, no tensor stays', (backend) => {
  let classifier: Classifier;
  let before: number[];
  const inMemory = () => [tf.memory().numTensors, tf.memory().numDataBuffers];

  beforeEach(async () => {
    await tf.setBackend(backend);
    expect(tf.getBackend()).toBe(backend);
    const model = buildModel({
      inputShape: [6, 1],
      classes: 2,
      blocks: [{ filters: 3, kernelSize: 3, dropout: 0.2, poolSize: 2 }],
      dense: { units: 3, dropout: 0.2 },
    });
    const scaler = StandardScaler.fit(data.x, 6);
    classifier = new Classifier({ model, labels: LABELS, scaler });
    before = inMemory();
  });
  afterEach(() => {
    expect(inMemory()).toEqual(before);
    classifier.dispose();
  });

  const train = (options: Partial<FitOptions> = {}, dataset: Dataset = data) =>
    fit(classifier.model, dataset, { epochs: 2, batchSize: 4, ...options });

  it('of a fit with everything that it can do', async () => {
    await train({
      validation: data,
      weightDecay: 0.01,
      globalClipnorm: 1,
      labelSmoothing: 0.1,
      mixup: 0.2,
      classWeight: [1, 2],
      augment: (x) => x.map((value) => value * 2),
      callbacks: [
        earlyStopping({ patience: 1, restoreBestWeights: true }),
        checkpoint({ classifier, to: recordingStore(), saveBestOnly: true }),
      ],
    });
  });

  it('of a resumed fit', async () => {
    const states: Parameters<typeof train>[0][] = [];
    const save: Callback = {
      name: 'save',
      onEpochEnd: async (_, trainer) => {
        states.push({ resumeFrom: await trainer.captureState() });
      },
    };
    await train({ callbacks: [save] });
    await train({ callbacks: [save], ...states[0] });
  });

  it('of an aborted fit', async () => {
    await expect(train({ signal: AbortSignal.abort() })).rejects.toThrow();
    const abort = new AbortController();
    const onBatchEnd = () => abort.abort(new Error('enough'));
    const options = { callbacks: [{ name: 'abort', onBatchEnd }], signal: abort.signal };
    await expect(train(options)).rejects.toThrow('enough');
  });

  it.each(['onTrainBegin', 'onEpochBegin', 'onBatchEnd', 'onEpochEnd', 'onTrainEnd'])(
    'of a fit whose callback throws in %s',
    async (hook) => {
      const callbacks = [earlyStopping({ monitor: 'loss', restoreBestWeights: true })];
      callbacks.push({ name: 'bad', [hook]: throws('oops') } as Callback);
      await expect(train({ callbacks })).rejects.toThrow('oops');
    },
  );

  it.each<[string, { dataset?: Dataset; options?: Partial<FitOptions> }, string]>([
    ['data are not finite', { dataset: notFinite }, 'must be finite'],
    ['validation is not finite', { options: { validation: notFinite } }, 'must be finite'],
    ['`augment` throws', { options: { augment: throws('no hook') } }, 'no hook'],
    [
      '`augment` gives another length',
      { options: { augment: () => new Float32Array(1) } },
      '`augment`',
    ],
    ['`learningRate` throws', { options: { learningRate: throws('no rate') } }, 'no rate'],
    [
      'callbacks monitor what there is not',
      { options: { callbacks: [earlyStopping()] } },
      '`monitor`',
    ],
  ])('of a fit whose %s', async (_, { options, dataset }, message) => {
    await expect(train(options, dataset)).rejects.toThrow(message);
  });

  it('of a fit whose arithmetic fails in the middle of a step', async () => {
    const { model } = classifier;
    model.calculateLosses = throws('out of memory');
    await expect(train()).rejects.toThrow('out of memory');
  });

  it('of predictions and evaluations, good and bad', async () => {
    await classifier.predict([data.x.subarray(0, 6)]);
    await evaluate(classifier.model, data);
    await expect(classifier.predict([new Float32Array(5)])).rejects.toThrow('must hold 6');
    await expect(evaluate(classifier.model, { x: data.x, y: [7] })).rejects.toThrow();
  });

  it('of a classifier that was saved, loaded and disposed of, or could not be', async () => {
    const store = recordingStore();
    await classifier.save(store);
    (await Classifier.load(store)).dispose();
    const full = recordingStore(throws('disk full'));
    await expect(classifier.save(full)).rejects.toThrow('disk full');
    await store.write('weights.bin', new Uint8Array(3));
    await expect(Classifier.load(store)).rejects.toThrow('must have');
  });
});
