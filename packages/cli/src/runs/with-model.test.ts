import { presets } from '@ser/features';
import { buildModel, Classifier } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { startBackend } from '../console/start-backend.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';
import { withModel } from './with-model.ts';

const sandbox = sandboxPerTest();

it('gives the model and what it needs of a clip', async () => {
  const folder = `${sandbox.folder}/${await trainSmallModel(sandbox)}`;
  await withModel(folder, async ({ classifier, extractor, folder: path }) => {
    expect(path).toBe(folder);
    expect(classifier.labels).toHaveLength(8);
    expect(extractor.sampleRate).toBe(22_050);
  });
});

/** Saves a model of 162 features that says that it needs those of this extractor. */
async function saveModel(extractor: unknown, testVariants?: unknown): Promise<string> {
  await startBackend('wasm', 1);
  const model = buildModel({ classes: 2, blocks: [{ filters: 2, kernelSize: 3 }] });
  const classifier = new Classifier({ model, labels: ['calm', 'angry'], extractor, testVariants });
  await classifier.save(folderStore(sandbox.folder));
  classifier.dispose();
  return sandbox.folder;
}

it('takes an extractor that gives the model’s input', async () => {
  const folder = await saveModel(presets.summary162);
  expect(await withModel(folder, async () => 7)).toBe(7);
});

it('gives the variants in which the model scores a clip', async () => {
  const variants = [{ name: 'fast', steps: [{ kind: 'speed', rate: 1.1 }] }];
  const folder = await saveModel(presets.summary162, variants);
  expect(await withModel(folder, async ({ testVariants }) => testVariants)).toEqual(variants);
  const plain = await saveModel(presets.summary162);
  expect(await withModel(plain, async ({ testVariants }) => testVariants)).toEqual([]);
});

it('refuses test variants that are none', async () => {
  const folder = await saveModel(presets.summary162, ['fast']);
  await expect(withModel(folder, async () => {})).rejects.toMatchObject({
    code: 'bad-model',
    message: expect.stringContaining('model.json: its test variants are damaged: '),
  });
});

it.each([
  ['that works', async () => {}],
  [
    'that fails',
    async () => {
      throw new Error('no');
    },
  ],
])('frees the model’s memory after a task %s', async (_, task) => {
  const folder = await saveModel(presets.summary162);
  const before = memory().numTensors;
  await withModel(folder, task).catch(() => {});
  expect(memory().numTensors).toBe(before);
});

it('frees the model’s memory where its extractor is refused', async () => {
  const folder = await saveModel({ sampleRate: 'fast' });
  const before = memory().numTensors;
  await expect(withModel(folder, async () => {})).rejects.toMatchObject({ code: 'bad-model' });
  expect(memory().numTensors).toBe(before);
});

it.each([
  ['is damaged', { sampleRate: 'fast' }, 'model.json: its extractor is damaged: '],
  [
    'cannot work',
    { ...presets.summary162, features: [{ kind: 'mfcc', nMfcc: 64, nMels: 40 }] },
    'model.json: its extractor is damaged: ',
  ],
  [
    'gives other features than the model takes',
    { ...presets.summary162, features: [{ kind: 'rms' }] },
    "model.json: its extractor must give the model's input [162,1], got [1]",
  ],
  [
    'gives sequences of any length',
    presets.logMel,
    "model.json: its extractor must give the model's input [162,1], got [-1,",
  ],
])('refuses an extractor that %s', async (_, extractor, why) => {
  const folder = await saveModel(extractor);
  await expect(withModel(folder, async () => {})).rejects.toMatchObject({
    code: 'bad-model',
    message: expect.stringContaining(`${folder}/${why}`),
  });
});

it('refuses a model that does not say which features it needs', async () => {
  const folder = await saveModel(undefined);
  await expect(withModel(folder, async () => {})).rejects.toMatchObject({
    code: 'no-extractor',
  });
});
