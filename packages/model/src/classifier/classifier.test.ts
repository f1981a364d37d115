import '@tensorflow/tfjs-backend-cpu';
import { mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import { folderStore } from '../node/folder-store.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { memoryStore } from '../testing/memory-store.ts';
import { Classifier } from './classifier.ts';

const LABELS = ['calm', 'angry'];
const EXAMPLES = [Float32Array.of(1, 2, 3, 4), Float32Array.of(-1, 0, 5, 2)];

function classifier(): Classifier {
  return new Classifier({
    model: buildModel({
      inputShape: [4, 1],
      classes: 2,
      blocks: [{ filters: 3, kernelSize: 3 }],
      seed: 9,
    }),
    labels: LABELS,
    scaler: new StandardScaler([1, 1, 1, 1], [2, 2, 2, 2]),
    extractor: { preset: 'summary4' },
  });
}

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'ser-classifier-')), 'model');
});

describe('Classifier', () => {
  it('scales, scores and names', async () => {
    const c = classifier();
    const [first] = await c.predict(EXAMPLES);
    expect(Object.keys(first.scores)).toEqual(LABELS);
    expect(first.scores.calm + first.scores.angry).toBeCloseTo(1, 5);
    expect(first.scores[first.label]).toBe(Math.max(...Object.values(first.scores)));
    const scaled = EXAMPLES.map((x) => x.map((value) => (value - 1) / 2));
    const plain = new Classifier({ model: c.model, labels: LABELS });
    expect(await plain.predict(scaled)).toEqual(await c.predict(EXAMPLES));
    expect(await c.predict([])).toEqual([]);
    c.dispose();
  });

  it('is the same after saving and loading, and plain tfjs loads it too', async () => {
    const c = classifier();
    await c.save(folderStore(folder));
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
    const loaded = await Classifier.load(folderStore(folder));
    expect(await loaded.predict(EXAMPLES)).toEqual(await c.predict(EXAMPLES));
    expect(loaded.labels).toEqual(LABELS);
    expect(loaded.extractor).toEqual({ preset: 'summary4' });

    const server = createServer(async (request, response) => {
      response.end(await readFile(join(folder, request.url as string)));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const plain = await loadLayersModel(`${url}/model.json`);
    expect(plain.countParams()).toBe(c.model.countParams());
    const fetched = await Classifier.load(url);
    expect(await fetched.predict(EXAMPLES)).toEqual(await c.predict(EXAMPLES));
    server.close();
    for (const m of [c, loaded, plain, fetched]) m.dispose();
  });

  it('refuses what is missing, foreign or cut short, and leaves no tensor', async () => {
    const c = classifier();
    await c.save(folderStore(folder));
    const before = tf.memory().numTensors;
    const load = () => Classifier.load(folderStore(folder));

    await expect(Classifier.load(folderStore(`${folder}-none`))).rejects.toMatchObject({
      code: 'artifact-missing',
    });
    const weights = await readFile(join(folder, 'weights.bin'));
    await writeFile(join(folder, 'weights.bin'), new Uint8Array(weights.length).fill(255));
    await expect(load()).rejects.toThrow(
      'weights.bin is not the one that model.json was saved with',
    );
    await truncate(join(folder, 'weights.bin'), 10);
    await expect(load()).rejects.toThrow(/weights\.bin must have \d+ bytes, got 10/);
    const json = await readFile(join(folder, 'model.json'), 'utf8');
    await writeFile(join(folder, 'weights.bin'), weights);
    for (const scaler of ['{"mean":1}', '{"mean":[0,0],"scale":[1,1]}']) {
      await writeFile(
        join(folder, 'model.json'),
        json.replace(/"scaler":\{[^}]*\}/, `"scaler":${scaler}`),
      );
      await expect(load()).rejects.toMatchObject({ code: 'artifact-corrupt' });
    }
    await writeFile(
      join(folder, 'model.json'),
      json.replace('"weightsManifest":[', '"weightsManifest":{"a":['),
    );
    await expect(load()).rejects.toMatchObject({ code: 'artifact-corrupt' });
    await writeFile(join(folder, 'model.json'), json.slice(0, 100));
    await expect(load()).rejects.toMatchObject({ code: 'artifact-corrupt' });
    await writeFile(join(folder, 'model.json'), '{"format":"layers-model"}');
    await expect(load()).rejects.toMatchObject({ code: 'artifact-foreign' });
    await writeFile(join(folder, 'model.json'), json.replace('"version":1', '"version":2'));
    await expect(load()).rejects.toThrow('version must be 1, got 2');
    expect(tf.memory().numTensors).toBe(before);
    c.dispose();
  });

  it.each([
    ['a weight that the model does not have', '"name":"conv_1/kernel"', '"name":"other"'],
    ['a layer that tfjs does not know', '"class_name":"Dense"', '"class_name":"Denser"'],
    ['weights of another shape', '"shape":[3,1,3]', '"shape":[1,3,3]'],
    ['weights of no known type', '"dtype":"float32"', '"dtype":"decimal"'],
    ['files elsewhere', '"paths":["weights.bin"]', '"paths":["../weights.bin"]'],
    ['no weights', '"weightsManifest":[{', '"weightsManifest":[null,{'],
    ['labels that are none', '"labels":["calm"', '"labels":[null'],
    ['fewer labels', '"labels":["calm","angry"]', '"labels":["calm"]'],
    ['a pool of another kind', '"GlobalAveragePooling1D"', '"MaxPooling2D"'],
  ])('refuses %s, and leaves no tensor', async (_, from, to) => {
    const c = classifier();
    await c.save(folderStore(folder));
    c.dispose();
    const before = tf.memory().numTensors;
    const file = join(folder, 'model.json');
    const json = await readFile(file, 'utf8');
    expect(json).toContain(from);
    await writeFile(file, json.replaceAll(from, to));
    await expect(Classifier.load(folderStore(folder))).rejects.toMatchObject({
      name: 'ModelError',
      code: 'artifact-corrupt',
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is replaced as a whole or not at all, whenever saving stops', async () => {
    let writesLeft = Number.POSITIVE_INFINITY;
    const store = memoryStore(() => {
      if (writesLeft-- <= 0) throw new Error('the power is gone');
    });
    const { files } = store;
    const old = classifier();
    const { weightsSha256 } = await old.save(store);
    expect(weightsSha256).toMatch(/^[0-9a-f]{64}$/);
    const first = await old.predict(EXAMPLES);
    tf.tidy(() => old.model.setWeights(old.model.getWeights().map((w) => tf.mul(w, 0.5))));
    const second = await old.predict(EXAMPLES);
    expect(second).not.toEqual(first);
    const seen: string[] = [];
    for (let writes = 0; seen.at(-1) !== 'done'; writes++) {
      const untouched = new Map(files);
      writesLeft = writes;
      const isDone = await old.save(store).then(
        () => true,
        () => false,
      );
      const loaded = await Classifier.load(store);
      const scores = await loaded.predict(EXAMPLES);
      loaded.dispose();
      const isNew = JSON.stringify(scores) === JSON.stringify(second);
      if (!isNew) expect(scores).toEqual(first);
      seen.push(isDone ? 'done' : isNew ? 'new' : 'old');
      if (isDone) break;
      files.clear();
      for (const [file, bytes] of untouched) files.set(file, bytes);
    }
    expect(seen).toEqual(['old', 'old', 'new', 'new', 'done']);
    expect([...files.keys()].sort()).toEqual(['model.json', 'weights.bin']);
    old.dispose();
  });

  it('gives no emotion when the model itself gives no number', async () => {
    const c = classifier();
    tf.tidy(() =>
      c.model.setWeights(c.model.getWeights().map((w) => tf.fill(w.shape, Number.NaN))),
    );
    await expect(c.predict(EXAMPLES)).rejects.toThrow('the scores must be finite');
    c.dispose();
  });

  it('refuses parts and examples that do not fit', async () => {
    const c = classifier();
    expect(() => new Classifier({ model: c.model, labels: ['one'] })).toThrow(
      "name the model's 2 outputs, got 1",
    );
    expect(() => new Classifier({ model: c.model, labels: ['a', 'a'] })).toThrow(
      '`labels` must differ',
    );
    await expect(c.predict([new Float32Array(3)])).rejects.toThrow(
      '`examples[0]` must hold 4 features, got 3',
    );
    await expect(c.predict([Float32Array.of(1, Number.NaN, 0, 0)])).rejects.toThrow('got NaN at 1');
    c.dispose();
  });
});
