import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { buildModel } from '../models/build-model.ts';
import { type RecordingStore, recordingStore } from '../testing/recording-store.ts';
import { replay } from '../testing/replay.ts';
import { checkpoint } from './checkpoint.ts';

beforeAll(() => tf.setBackend('cpu'));

let classifier: Classifier;
let store: RecordingStore;
beforeEach(() => {
  const model = buildModel({ inputShape: [2, 1], classes: 2, blocks: [], dense: { units: 1 } });
  classifier = new Classifier({ model, labels: ['calm', 'angry'] });
  store = recordingStore();
});
afterEach(() => classifier.dispose());

/**
 * Runs epochs in which every weight is the epoch's number; returns the number that was saved last.
 */
async function run(
  options: Partial<Parameters<typeof checkpoint>[0]>,
  valLosses: number[],
  valAccuracies?: number[],
): Promise<number | undefined> {
  const { model } = classifier;
  await replay(checkpoint({ classifier, to: store, ...options }), valLosses, valAccuracies, {
    model,
    beforeEpochEnd: (epoch) =>
      tf.tidy(() => model.setWeights(model.getWeights().map((w) => tf.fill(w.shape, epoch)))),
  });
  if (!store.files.has('model.json')) return undefined;
  const saved = await Classifier.load(store);
  const [value] = await saved.model.getWeights()[0].data();
  saved.dispose();
  return value;
}

it('saves after each epoch', async () => {
  expect(await run({}, [1, 0.5, 2])).toBe(2);
});

it('saves the best only', async () => {
  expect(await run({ saveBestOnly: true }, [1, 0.5, 0.5, 2])).toBe(1);
});

it('takes the highest of accuracies for the best', async () => {
  expect(
    await run({ saveBestOnly: true, monitor: 'valAccuracy' }, [1, 1, 1], [0.2, 0.6, 0.4]),
  ).toBe(1);
});

it('saves nothing that is not better than the threshold', async () => {
  const options = { saveBestOnly: true, initialValueThreshold: 0.5 };
  expect(await run(options, [0.7, 0.5])).toBeUndefined();
});

it('saves what is better than the threshold', async () => {
  const options = { saveBestOnly: true, initialValueThreshold: 0.5 };
  expect(await run(options, [0.7, 0.4, 0.6])).toBe(1);
});

it('reads the threshold as an accuracy where it monitors one', async () => {
  const options = { saveBestOnly: true, initialValueThreshold: 0.5 };
  expect(await run({ ...options, monitor: 'valAccuracy' }, [1, 1], [0.4, 0.5])).toBeUndefined();
});

it('never takes an epoch without a number for the best', async () => {
  expect(await run({ saveBestOnly: true }, [Number.NaN, 3, Number.NaN])).toBe(1);
});

it('watches the validation loss by default', async () => {
  // The training loss of a replay never changes.
  expect(await run({ saveBestOnly: true }, [3, 2, 1])).toBe(2);
});

it('saves every epoch, better or not, unless it is told to save the best', async () => {
  const each = recordingStore();
  await run({ to: each, initialValueThreshold: 0 }, [1, 2, 3]);
  expect(each.steps.filter((step) => step === 'write weights.bin')).toHaveLength(3);
});

it('gives the figures of the epoch to the function that names its store', async () => {
  const seen: unknown[] = [];
  const to = (logs: object) => {
    seen.push(logs);
    return store;
  };
  await run({ to }, [0.5], [0.25]);
  expect(seen).toEqual([
    { epoch: 0, loss: 0, accuracy: 0, valLoss: 0.5, valAccuracy: 0.25, learningRate: 1 },
  ]);
});

it('starts anew in each run', async () => {
  const callback = checkpoint({ classifier, to: store, saveBestOnly: true });
  await replay(callback, [0.5], undefined, { model: classifier.model });
  store.steps.length = 0;
  await replay(callback, [0.75], undefined, { model: classifier.model });
  expect(store.steps).not.toEqual([]);
});

it('begins with a best that anything is better than, or with the threshold', () => {
  const bestOf = (options: object) =>
    checkpoint({ classifier, to: store, ...options }).getState?.();
  expect(bestOf({})).toEqual({ best: Number.POSITIVE_INFINITY });
  expect(bestOf({ initialValueThreshold: 0.5 })).toEqual({ best: 0.5 });
  expect(bestOf({ monitor: 'accuracy', initialValueThreshold: 0.5 })).toEqual({ best: -0.5 });
});

it('passes on that a store is full', async () => {
  const to = recordingStore(() => {
    throw new Error('disk full');
  });
  await expect(run({ to }, [1])).rejects.toThrow('disk full');
});

it('refuses a state that it cannot have kept', () => {
  expect(() => checkpoint({ classifier, to: store }).setState?.({ best: '1' })).toThrow(
    expect.objectContaining({ code: 'corrupt-state' }),
  );
});

it('replaces no weights', () => {
  expect(checkpoint({ classifier, to: store }).replacesWeights ?? false).toBe(false);
});

it('refuses a store that is none, and a figure that is none', () => {
  expect(() => checkpoint({ classifier, to: {} as never })).toThrow('`to` must be a store');
  expect(() => checkpoint({ classifier, to: store, monitor: 'f1' as never })).toThrow(
    'checkpoint: `monitor` must be one of',
  );
});

it('gives each epoch a store of its own when asked to', async () => {
  const stores = [recordingStore(), recordingStore()];
  await run({ to: ({ epoch }) => stores[epoch] }, [1, 2]);
  expect(stores.map(({ files }) => [...files.keys()])).toEqual([
    ['weights.bin', 'model.json'],
    ['weights.bin', 'model.json'],
  ]);
});

it('remembers the best of the run that it resumes', async () => {
  const callback = checkpoint({ classifier, to: store, saveBestOnly: true });
  callback.setState?.({ best: 0.5 });
  await replay(callback, [0.6], undefined, { model: classifier.model, isResumed: true });
  expect(store.writes).toBe(0);
  expect(callback.getState?.()).toEqual({ best: 0.5 });
});

it('refuses a classifier that does not train', async () => {
  const model = buildModel({ inputShape: [2, 1], classes: 2, blocks: [] });
  await expect(
    replay(checkpoint({ classifier, to: store }), [1], undefined, { model }),
  ).rejects.toThrow('must hold the model that fit trains');
  model.dispose();
});
