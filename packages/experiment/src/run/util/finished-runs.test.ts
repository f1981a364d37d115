import { type MemoryStore, memoryStore } from '@ser/model';
import { describe, expect, it } from 'vitest';
import { type ExpectedRun, readFinishedRuns } from './finished-runs.ts';
import { writeJson, writeText } from './json-files.ts';

const labels = ['calm', 'sad'];
const key = 'fold2-seed0';
const run: ExpectedRun = {
  key,
  fold: 2,
  seed: 0,
  rows: [{ clip: 'a', speaker: '1', label: 'sad' }],
};
const figures = { n: 1, accuracy: 1, uar: 1, macroF1: 1 };
const metrics = { fold: 2, seed: 0, epochs: 3, test: figures };
const prediction = {
  clip: 'a',
  speaker: '1',
  fold: 2,
  seed: 0,
  truth: 'sad',
  predicted: 'sad',
  scores: [0.25, 0.75],
};

async function storeWith(changes: {
  metrics?: object;
  prediction?: object;
  labels?: string[];
}): Promise<MemoryStore> {
  const store = memoryStore();
  await writeJson(store, `${key}/metrics.json`, { ...metrics, ...changes.metrics });
  await writeJson(store, `${key}/predictions.json`, {
    labels: changes.labels ?? labels,
    predictions: [{ ...prediction, ...changes.prediction }],
  });
  return store;
}

it('has the predictions of a finished run', async () => {
  const finished = await readFinishedRuns(await storeWith({}), [run], labels);
  expect(await finished.get(key)).toEqual([prediction]);
  expect(await finished.readTestedRuns()).toEqual([metrics]);
});

it('has the figures of a model that was fitted in one go, without epochs', async () => {
  const store = await storeWith({ metrics: { epochs: null } });
  const finished = await readFinishedRuns(store, [run], labels);
  expect(await finished.readTestedRuns()).toEqual([{ ...metrics, epochs: null }]);
});

it('misses the figures of a run that has none', async () => {
  const store = memoryStore();
  const finished = await readFinishedRuns(store, [run], labels);
  expect(await finished.get(key)).toBeUndefined();
  await expect(finished.readTestedRuns()).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining(`${store.name}/${key}/metrics.json is missing`),
  });
});

it('trains a run again that has figures and no predictions', async () => {
  const store = await storeWith({});
  await store.remove(`${key}/predictions.json`);
  expect(await (await readFinishedRuns(store, [run], labels)).get(key)).toBeUndefined();
});

it('trains a run again that has predictions and no figures', async () => {
  const store = await storeWith({});
  await store.remove(`${key}/metrics.json`);
  expect(await (await readFinishedRuns(store, [run], labels)).get(key)).toBeUndefined();
});

it.each([
  ['none', []],
  ['two', [prediction, prediction]],
])('refuses %s of its predictions', async (_, predictions) => {
  const store = await storeWith({});
  await writeJson(store, `${key}/predictions.json`, { labels, predictions });
  await expect(readFinishedRuns(store, [run], labels)).rejects.toThrow('is of another run');
});

it('has the figures of all runs in their order, read again when they are asked for', async () => {
  const store = await storeWith({});
  const second = { ...run, key: 'fold1-seed0', fold: 1 };
  const finished = await readFinishedRuns(store, [second, run], labels);
  expect(finished.get(second.key)).toBeUndefined();
  const own = { ...metrics, fold: 1, epochs: 7 };
  await writeJson(store, 'fold1-seed0/metrics.json', own);
  expect(await finished.readTestedRuns()).toEqual([own, metrics]);
});

describe('is refused with the file and the remedy', () => {
  it.each<[string, Parameters<typeof storeWith>[0]]>([
    ['the figures of another fold', { metrics: { fold: 1 } }],
    ['the figures of another seed', { metrics: { seed: 1 } }],
    ['the figures of other rows', { metrics: { test: { ...figures, n: 2 } } }],
    ['text for a figure', { metrics: { test: { ...figures, uar: 'high' } } }],
    ['no figures', { metrics: { test: null } }],
    ['the figures of an epoch that is none', { metrics: { epochs: 'few' } }],
    ['another clip', { prediction: { clip: 'b' } }],
    ['another speaker', { prediction: { speaker: '2' } }],
    ['another fold', { prediction: { fold: 1 } }],
    ['another seed', { prediction: { seed: 1 } }],
    ['a score too many', { prediction: { scores: [0, 0, 1] } }],
    ['another truth', { prediction: { truth: 'calm' } }],
    ['a label that is none', { prediction: { predicted: 'constructor' } }],
    ['a score too few', { prediction: { scores: [1] } }],
    ['a score that is null', { prediction: { scores: [null, 1] } }],
    ['other labels', { labels: ['sad', 'calm'] }],
    ['a clip of a megabyte', { prediction: { clip: 'a'.repeat(2 ** 20) } }],
  ])('a run with %s', async (_, changes) => {
    await expect(readFinishedRuns(await storeWith(changes), [run], labels)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(/^[^;]*fold2-seed0\/.*; remove it to train this run again$/s),
    });
  });

  it.each(['', '{', '[]', 'null', '['.repeat(1e6)])(
    'a run whose file begins %.5s',
    async (text) => {
      const store = await storeWith({});
      await writeText(store, `${key}/metrics.json`, text);
      await expect(readFinishedRuns(store, [run], labels)).rejects.toMatchObject({
        code: 'bad-file',
      });
    },
  );
});
