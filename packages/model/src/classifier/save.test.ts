import '@tensorflow/tfjs-backend-cpu';
import { createHash } from 'node:crypto';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { recordingStore } from '../testing/recording-store.ts';
import { Classifier } from './classifier.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const EXAMPLES = [Float32Array.of(1, 2), Float32Array.of(-1, 0)];

/** A classifier of one layer, whose kernel is filled with a value in the first column. */
function classifier(
  weight: number,
  parts: { extractor?: unknown; scaler?: null } = {},
): Classifier {
  const model = sequential({ name: 'small' });
  model.add(layers.dense({ name: 'scores', inputShape: [2], units: 2, activation: 'softmax' }));
  tf.tidy(() =>
    model.setWeights([
      tf.tensor([
        [weight, 0],
        [weight, 0],
      ]),
      tf.zeros([2]),
    ]),
  );
  onTestFinished(() => void model.dispose());
  const { extractor = { preset: 'summary2' }, scaler = new StandardScaler([1, 2], [3, 4]) } = parts;
  return new Classifier({
    model,
    labels: ['calm', 'angry'],
    extractor,
    ...(scaler && { scaler }),
  });
}

const jsonIn = (store: { text(file: string): string }) => JSON.parse(store.text('model.json'));

it('gives the digest of the weights', async () => {
  const store = memoryStore();
  const { weightsSha256 } = await classifier(1).save(store);
  const weights = store.files.get('weights.bin') as Uint8Array;
  expect(weightsSha256).toBe(createHash('sha256').update(weights).digest('hex'));
});

it('writes the weights as they are, in the order of the manifest', async () => {
  const store = memoryStore();
  await classifier(2).save(store);
  const weights = store.files.get('weights.bin') as Uint8Array;
  expect(new Float32Array(weights.slice().buffer)).toEqual(Float32Array.of(2, 0, 2, 0, 0, 0));
});

it('writes a model.json with everything that predicting needs', async () => {
  const store = recordingStore();
  const { weightsSha256 } = await classifier(1).save(store);
  const { modelTopology, ...others } = jsonIn(store);
  expect(modelTopology).toMatchObject({ class_name: 'Sequential', config: { name: 'small' } });
  expect(others).toEqual({
    format: 'layers-model',
    generatedBy: expect.stringMatching(/^TensorFlow\.js/),
    convertedBy: null,
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [
          { name: 'scores/kernel', shape: [2, 2], dtype: 'float32' },
          { name: 'scores/bias', shape: [2], dtype: 'float32' },
        ],
      },
    ],
    userDefinedMetadata: {
      ser: {
        version: 1,
        labels: ['calm', 'angry'],
        scaler: { mean: [1, 2], scale: [3, 4] },
        extractor: { preset: 'summary2' },
        weightsSha256,
      },
    },
  });
});

it('writes null for what there is not', async () => {
  const store = recordingStore();
  await classifier(1, { scaler: null, extractor: null }).save(store);
  const { scaler, extractor } = jsonIn(store).userDefinedMetadata.ser;
  expect([scaler, extractor]).toEqual([null, null]);
  const loaded = await Classifier.load(store);
  onTestFinished(() => loaded.dispose());
  expect([loaded.scaler, loaded.extractor]).toEqual([undefined, null]);
});

it('gives every part back when it is loaded', async () => {
  const [store, saved] = [memoryStore(), classifier(1)];
  await saved.save(store);
  const loaded = await Classifier.load(store);
  onTestFinished(() => loaded.dispose());
  expect(loaded.labels).toEqual(['calm', 'angry']);
  expect(loaded.extractor).toEqual({ preset: 'summary2' });
  expect(loaded.scaler?.toJSON()).toEqual({ mean: [1, 2], scale: [3, 4] });
  expect(loaded.model.getWeights().map((each) => each.arraySync())).toEqual(
    saved.model.getWeights().map((each) => each.arraySync()),
  );
  expect(await loaded.predict(EXAMPLES)).toEqual(await saved.predict(EXAMPLES));
});

it('writes a new classifier in two steps', async () => {
  const store = recordingStore();
  await classifier(1).save(store);
  expect(store.steps).toEqual(['write weights.bin', 'write model.json']);
});

/** What replaces a classifier, step by step. */
const REPLACING = [
  'write weights-new.bin',
  'write model.json',
  'write weights.bin',
  'write model.json',
  'remove weights-new.bin',
];

it('replaces a classifier by way of other weights', async () => {
  const store = recordingStore();
  await classifier(1).save(store);
  store.steps.length = 0;
  await classifier(2).save(store);
  expect(store.steps).toEqual(REPLACING);
  expect([...store.files.keys()].sort()).toEqual(['model.json', 'weights.bin']);
});

it('takes a model.json that cannot be read for one that is there', async () => {
  const store = recordingStore();
  store.read = () => Promise.reject(new Error('no rights'));
  await classifier(1).save(store);
  expect(store.steps).toEqual(REPLACING);
});

it.each(REPLACING.map((step, i) => [step, i]))(
  'that stops before it can `%s` leaves the old classifier or the new one, whole',
  async (_, stop) => {
    let left = Number.POSITIVE_INFINITY;
    const store = recordingStore(() => {
      if (left-- <= 0) throw new Error('the power is gone');
    });
    const [old, other] = [classifier(1), classifier(2)];
    await old.save(store);
    left = stop as number;
    await expect(other.save(store)).rejects.toThrow('the power is gone');
    const loaded = await Classifier.load(store);
    onTestFinished(() => loaded.dispose());
    const expected = (stop as number) < 2 ? old : other;
    expect(await loaded.predict(EXAMPLES)).toEqual(await expected.predict(EXAMPLES));
    // A save that is done later ends as it should.
    left = Number.POSITIVE_INFINITY;
    await other.save(store);
    expect([...store.files.keys()].sort()).toEqual(['model.json', 'weights.bin']);
  },
);

it('saves and loads where the platform has no digest', async () => {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const store = memoryStore();
  try {
    expect((await classifier(1).save(store)).weightsSha256).toBe('');
    (await Classifier.load(store)).dispose();
  } finally {
    vi.unstubAllGlobals();
  }
  // What has no digest loads elsewhere too.
  (await Classifier.load(store)).dispose();
});
