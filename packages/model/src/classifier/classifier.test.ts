import '@tensorflow/tfjs-backend-cpu';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { layers, loadLayersModel, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildFrameModel } from '../models/build-frame-model.ts';
import { buildModel } from '../models/build-model.ts';
import { folderStore } from '../node/folder-store.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import type { FileSource, FileStore } from '../stores/file-store.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { Classifier } from './classifier.ts';

beforeAll(() => tf.setBackend('cpu'));

const LABELS = ['calm', 'angry'];
const EXAMPLES = [Float32Array.of(1, 2, 3, 4), Float32Array.of(-1, 0, 5, 2)];

/** A classifier that the end of the test disposes of. */
function classifier(): Classifier {
  return keep(
    new Classifier({
      model: buildModel({
        inputShape: [4, 1],
        classes: 2,
        blocks: [{ filters: 3, kernelSize: 3 }],
        seed: 9,
      }),
      labels: LABELS,
      scaler: new StandardScaler([1, 1, 1, 1], [2, 2, 2, 2]),
      extractor: { preset: 'summary4' },
    }),
  );
}

function keep<T extends { dispose(): unknown }>(disposable: T): T {
  onTestFinished(() => void disposable.dispose());
  return disposable;
}

describe('predict', () => {
  it('gives a score for each label and names the one with the highest', async () => {
    const [first] = await classifier().predict(EXAMPLES);
    expect(Object.keys(first.scores)).toEqual(LABELS);
    expect(first.scores[first.label]).toBe(Math.max(...Object.values(first.scores)));
  });

  it('gives probabilities', async () => {
    const [{ scores }] = await classifier().predict(EXAMPLES);
    // Float32 softmax: a few units in the last place.
    expect(scores.calm + scores.angry).toBeAllclose(1, { rtol: 0, atol: 5e-6 });
  });

  it('scales before it scores', async () => {
    const c = classifier();
    const scaled = EXAMPLES.map((x) => x.map((value) => (value - 1) / 2));
    const plain = new Classifier({ model: c.model, labels: LABELS });
    expect(await plain.predict(scaled)).toEqual(await c.predict(EXAMPLES));
  });

  /** Whose scores are the softmax of twice the input. */
  function identity(labels: string[]): Classifier {
    const n = labels.length;
    const model = sequential();
    const dense = layers.dense({ inputShape: [n], units: n, activation: 'softmax' });
    model.add(dense);
    tf.tidy(() => model.setWeights([tf.mul(tf.eye(n), 2), tf.zeros([n])]));
    return keep(new Classifier({ model, labels }));
  }

  it('gives each example its own scores, under the labels in their order', async () => {
    const examples = [Float32Array.of(0, 1, 2), Float32Array.of(3, 0, 0), Float32Array.of(0, 1, 0)];
    const predictions = await identity(['a', 'b', 'c']).predict(examples);
    expect(predictions.map(({ label }) => label)).toEqual(['c', 'a', 'b']);
    const expected = examples.map((example) => {
      const powers = [...example].map((value) => Math.exp(2 * value));
      return powers.map((power) => power / powers.reduce((a, b) => a + b));
    });
    // Float32 softmax.
    expect(predictions.map(({ scores }) => [scores.a, scores.b, scores.c])).toBeAllclose(expected, {
      rtol: 1e-5,
    });
  });

  it('names the first of several labels with the highest score', async () => {
    const [{ label }] = await identity(['a', 'b', 'c']).predict([Float32Array.of(0, 1, 1)]);
    expect(label).toBe('b');
  });

  it('scores more examples than one batch holds', async () => {
    const examples = Array.from({ length: 300 }, (_, i) => Float32Array.of(i % 2, (i + 1) % 2));
    const labels = (await identity(['a', 'b']).predict(examples)).map(({ label }) => label);
    expect(labels).toEqual(examples.map((_, i) => (i % 2 ? 'a' : 'b')));
  });

  it('leaves the examples as they are', async () => {
    const example = Float32Array.of(1, 2, 3, 4);
    await classifier().predict([example]);
    expect(example).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  it('cuts what tfjs says to 300 letters', async () => {
    const c = classifier();
    for (const [length, shown] of [
      [300, 'x'.repeat(300)],
      [301, `${'x'.repeat(300)}…`],
    ] as const) {
      c.model.layers[1].call = () => {
        throw new Error('x'.repeat(length));
      };
      await expect(c.predict(EXAMPLES)).rejects.toMatchObject({
        message: `Classifier.predict: the model fails: ${shown}`,
      });
    }
  });

  it('names the example that does not fit', async () => {
    const c = classifier();
    const [good] = EXAMPLES;
    await expect(c.predict([good, new Float32Array(3)])).rejects.toThrow(
      'Classifier.predict: `examples[1]` must hold 4 features, got 3',
    );
    await expect(c.predict([good, good.map(() => Number.NaN)])).rejects.toThrow(
      'Classifier.predict: `examples[1]` must be finite, got NaN at 0',
    );
  });

  it('takes no examples for what they are', async () => {
    expect(await classifier().predict([])).toEqual([]);
  });

  it('gives no emotion when the model itself gives no number', async () => {
    const c = classifier();
    tf.tidy(() =>
      c.model.setWeights(c.model.getWeights().map((w) => tf.fill(w.shape, Number.NaN))),
    );
    await expect(c.predict(EXAMPLES)).rejects.toMatchObject({
      code: 'corrupt-model',
      message: expect.stringContaining('the scores must be finite'),
    });
  });

  it.each([
    [new Float32Array(3), '`examples[0]` must hold 4 features, got 3'],
    [Float32Array.of(1, Number.NaN, 0, 0), 'got NaN at 1'],
  ])('refuses the example %j', async (example, text) => {
    await expect(classifier().predict([example])).rejects.toThrow(text);
  });
});

describe('predictVersions', () => {
  const [a, b] = EXAMPLES;

  it('gives the normalised geometric mean of the scores of the versions', async () => {
    const c = classifier();
    const [mean] = await c.predictVersions([[a, b, b]]);
    const plain = await c.predict([a, b, b]);
    const products = LABELS.map((label) =>
      Math.cbrt(plain.map(({ scores }) => scores[label]).reduce((x, y) => x * y)),
    );
    const sum = products[0] + products[1];
    expect([mean.scores.calm, mean.scores.angry]).toBeAllclose(
      products.map((product) => product / sum),
      // Float32.
      { rtol: 1e-6 },
    );
    expect(Object.keys(mean.scores)).toEqual(LABELS);
  });

  it('gives a clip of one version what predict gives', async () => {
    const c = classifier();
    expect(await c.predictVersions([[a], [b]])).toEqual(await c.predict([a, b]));
  });

  it('takes clips with different numbers of versions, and none', async () => {
    const c = classifier();
    const [first, second] = await c.predictVersions([[a, b], [b]]);
    expect(first).toEqual((await c.predictVersions([[a, b]]))[0]);
    expect(second).toEqual((await c.predict([b]))[0]);
    expect(await c.predictVersions([])).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, '`clips` must be a list of lists, got undefined'],
    [[a], '`clips[0]` must be a list of Float32Array, got object'],
    [[[a], []], '`clips[1]` must hold at least one version'],
    [[[a, new Float32Array(3)]], '`clips[0][1]` must hold 4 features, got 3'],
    [[[a], [b.map(() => Number.NaN)]], '`clips[1][0]` must be finite, got NaN at 0'],
  ])('refuses %j', async (clips, text) => {
    await expect(classifier().predictVersions(clips as never)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `Classifier.predictVersions: ${text}`,
    });
  });

  it('names itself where the model fails', async () => {
    const c = classifier();
    c.model.layers[1].call = () => {
      throw new Error('oops');
    };
    await expect(c.predictVersions([[a]])).rejects.toThrow(
      'Classifier.predictVersions: the model fails: oops',
    );
  });
});

describe('testVariants', () => {
  const variants = ['speed-15/16', 'speed-16/15'];

  it('are saved and loaded beside the extractor', async () => {
    const { model } = classifier();
    const store = memoryStore();
    await new Classifier({ model, labels: LABELS, testVariants: variants }).save(store);
    const loaded = keep(await Classifier.load(store));
    expect(loaded.testVariants).toEqual(variants);
    expect(loaded.extractor).toBeNull();
  });

  it('are null when none were saved, in a file that does not name them', async () => {
    const store = memoryStore();
    await classifier().save(store);
    const json = JSON.parse(new TextDecoder().decode(store.files.get('model.json')));
    expect(json.userDefinedMetadata.ser).not.toHaveProperty('testVariants');
    expect(keep(await Classifier.load(store)).testVariants).toBeNull();
  });
});

it('keeps the clip of its scaler when it is saved', async () => {
  const { model } = classifier();
  const scaler = new StandardScaler([0, 0, 0, 0], [1, 1, 1, 1], { clip: 1 });
  const clipped = new Classifier({ model, labels: LABELS, scaler });
  const store = memoryStore();
  await clipped.save(store);
  const loaded = keep(await Classifier.load(store));
  expect(loaded.scaler?.clip).toBe(1);
  const cut = EXAMPLES.map((example) => example.map((value) => Math.max(-1, Math.min(value, 1))));
  const plain = new Classifier({ model, labels: LABELS });
  expect(await loaded.predict(EXAMPLES)).toEqual(await plain.predict(cut));
});

it('takes labels that are names of something else', async () => {
  const labels = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const model = buildModel({ inputShape: [4, 1], classes: 4, blocks: [] });
  const store = memoryStore();
  await keep(new Classifier({ model, labels })).save(store);
  const loaded = keep(await Classifier.load(store));
  expect(loaded.labels).toEqual(labels);
  const [{ label, scores }] = await loaded.predict([Float32Array.of(1, 2, 3, 4)]);
  expect(Object.keys(scores)).toEqual(labels);
  expect(scores[label]).toBe(Math.max(...labels.map((each) => scores[each])));
  expect(Object.getPrototypeOf(scores)).toBe(Object.prototype);
});

it.each([
  [{ labels: ['one'] }, "name the model's 2 outputs, got 1"],
  [{ labels: ['one', 'two', 'three'] }, "name the model's 2 outputs, got 3"],
  [{ labels: ['a', 'a'] }, '`labels` must differ, got "a" twice'],
  [{ labels: ['a', 1] as never }, '`labels` must be a list of strings'],
  [
    { scaler: new StandardScaler([0, 0], [1, 1]) },
    "`scaler` must scale the model's 4 features, got 2",
  ],
  // One channel a step: the steps are the features.
  [{ scaler: new StandardScaler([0], [1]) }, "`scaler` must scale the model's 4 features, got 1"],
])('refuses parts that do not fit: %j', (parts, text) => {
  const { model } = classifier();
  expect(() => new Classifier({ model, labels: LABELS, ...parts })).toThrow(text);
});

it('takes a sequence of one frame for an example', () => {
  const model = keep(buildModel({ inputShape: [1, 3], classes: 2, blocks: [] }));
  const scaler = new StandardScaler([0, 0], [1, 1]);
  expect(() => new Classifier({ model, labels: LABELS, scaler })).toThrow(
    "`scaler` must scale the model's 3 features, got 2",
  );
});

describe('of sequences', () => {
  const FRAMES = 5;
  const FEATURES = 3;
  const MEAN = [1, 2, 3];
  const SCALE = [2, 4, 0.5];
  const sequences = [0, 1].map((seed) =>
    Float32Array.from({ length: FRAMES * FEATURES }, (_, i) => Math.sin(7 * seed + i)),
  );
  const frames = (scaler?: StandardScaler): Classifier =>
    keep(
      new Classifier({
        model: buildFrameModel({
          inputShape: [FRAMES, FEATURES],
          classes: 2,
          filters: 4,
          dilations: [1],
        }),
        labels: LABELS,
        scaler,
      }),
    );
  const aFeature = new StandardScaler(MEAN, SCALE);
  /** The same numbers for every value of a sequence. */
  const aValue = new StandardScaler(
    Array.from({ length: FRAMES * FEATURES }, (_, i) => MEAN[i % FEATURES]),
    Array.from({ length: FRAMES * FEATURES }, (_, i) => SCALE[i % FEATURES]),
  );

  it('scales the features of each frame', async () => {
    const scaled = sequences.map((sequence) =>
      sequence.map((value, i) => (value - MEAN[i % FEATURES]) / SCALE[i % FEATURES]),
    );
    expect(await frames(aFeature).predict(sequences)).toEqual(await frames().predict(scaled));
  });

  it('or every value for itself', async () => {
    expect(await frames(aValue).predict(sequences)).toEqual(
      await frames(aFeature).predict(sequences),
    );
  });

  it('is the same after saving and loading', async () => {
    const store = memoryStore();
    const saved = frames(aFeature);
    await saved.save(store);
    const loaded = keep(await Classifier.load(store));
    expect(loaded.scaler?.mean).toEqual(Float64Array.from(MEAN));
    expect(await loaded.predict(sequences)).toEqual(await saved.predict(sequences));
  });

  it('refuses a scaler of another width', () => {
    expect(() => frames(new StandardScaler([0, 0], [1, 1]))).toThrow(
      "`scaler` must scale the model's 15 or 3 features, got 2",
    );
  });
});

describe('saved to a folder', () => {
  const newFolder = async () => join(await mkdtemp(join(tmpdir(), 'ser-classifier-')), 'model');
  /** A saved classifier and its folder. */
  async function saved(): Promise<{ c: Classifier; folder: string }> {
    const c = classifier();
    const folder = await newFolder();
    await c.save(folderStore(folder));
    return { c, folder };
  }
  /** The folder's address. */
  async function served(folder: string): Promise<string> {
    const server = createServer(async (request, response) => {
      response.end(await readFile(join(folder, request.url as string)));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('is two files', async () => {
    const { folder } = await saved();
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('predicts the same when it is loaded', async () => {
    const { c, folder } = await saved();
    const loaded = keep(await Classifier.load(folderStore(folder)));
    expect(await loaded.predict(EXAMPLES)).toEqual(await c.predict(EXAMPLES));
  });

  it('has its labels and its extractor when it is loaded', async () => {
    const { folder } = await saved();
    const loaded = keep(await Classifier.load(folderStore(folder)));
    expect(loaded.labels).toEqual(LABELS);
    expect(loaded.extractor).toEqual({ preset: 'summary4' });
  });

  it('loads from the web', async () => {
    const { c, folder } = await saved();
    const fetched = keep(await Classifier.load(await served(folder)));
    expect(await fetched.predict(EXAMPLES)).toEqual(await c.predict(EXAMPLES));
  });

  it('loads with plain tfjs', async () => {
    const { c, folder } = await saved();
    const plain = keep(await loadLayersModel(`${await served(folder)}/model.json`));
    expect(plain.countParams()).toBe(c.model.countParams());
  });

  it('names the folder that has no classifier', async () => {
    const folder = await newFolder();
    await expect(Classifier.load(folderStore(folder))).rejects.toMatchObject({
      code: 'no-such-path',
      message: `Classifier.load: ${folder}: there is no model.json`,
    });
  });
});

describe('load', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  /** A store with a saved classifier, and what its files hold. */
  async function saved(): Promise<{ store: FileStore; json: string; weights: Uint8Array }> {
    const store = memoryStore();
    const c = classifier();
    await c.save(store);
    const json = new TextDecoder().decode(store.files.get('model.json'));
    return { store, json, weights: store.files.get('weights.bin') as Uint8Array };
  }
  /** Loads and expects the error, and no tensor more than before. */
  async function refused(store: FileStore, code: string, text: string | RegExp): Promise<void> {
    const before = tf.memory().numTensors;
    await expect(Classifier.load(store)).rejects.toMatchObject({
      name: 'ModelError',
      code,
      message: expect.stringMatching(text),
    });
    expect(tf.memory().numTensors).toBe(before);
  }

  it('refuses weights that are not there', async () => {
    const { store } = await saved();
    await store.remove('weights.bin');
    await refused(store, 'no-such-path', /^Classifier.load: memory: there is no weights.bin$/);
  });

  it('refuses weights of another model', async () => {
    const { store, weights } = await saved();
    await store.write('weights.bin', new Uint8Array(weights.length).fill(255));
    const text = 'weights.bin is not the one that model.json was saved with';
    await refused(store, 'corrupt-model', text);
  });

  it('refuses weights that are cut short', async () => {
    const { store, weights } = await saved();
    await store.write('weights.bin', weights.subarray(0, 10));
    await refused(store, 'corrupt-model', /weights\.bin must have \d+ bytes, got 10/);
  });

  it('asks for no more bytes than there may be', async () => {
    const { store } = await saved();
    const asked: unknown[] = [];
    const source: FileSource = {
      name: 'mine',
      read: async (file, options) => {
        asked.push([file, options?.maxBytes]);
        return store.read(file);
      },
    };
    keep(await Classifier.load(source));
    const weights = ((await store.read('weights.bin')) as Uint8Array).length;
    expect(asked).toEqual([
      ['model.json', 8_388_608],
      ['weights.bin', weights],
    ]);
  });

  it('refuses files that are too large, of a source that knows no bound too', async () => {
    const { store, json, weights } = await saved();
    const source: FileStore = { ...store, read: (file) => store.read(file) };
    await store.write('weights.bin', new Uint8Array(weights.length + 1));
    await refused(source, 'corrupt-model', /weights\.bin must have at most \d+ bytes$/);
    await refused(store, 'corrupt-model', /weights\.bin must have at most \d+ bytes$/);
    await store.write('weights.bin', weights);
    await store.write('model.json', encode(json.padEnd(8_388_609)));
    await refused(source, 'corrupt-model', /model\.json must have at most 8388608 bytes$/);
    await store.write('model.json', encode(json.padEnd(8_388_608)));
    keep(await Classifier.load(store));
  });

  it('refuses a NaN at the very end of the weights', async () => {
    const { store, json, weights } = await saved();
    const spoilt = weights.slice();
    new Float32Array(spoilt.buffer).fill(Number.NaN, weights.length / 4 - 1);
    await store.write('weights.bin', spoilt);
    await store.write(
      'model.json',
      encode(json.replace(/"weightsSha256":"\w+"/, '"weightsSha256":""')),
    );
    await refused(store, 'corrupt-model', /its weight ".*" holds NaN; training has diverged/);
  });

  it.each(['a.bin', 'my-weights_2.bin'])('reads weights called %s', async (name) => {
    const { store, json, weights } = await saved();
    await store.write(name, weights);
    await store.write('model.json', encode(json.replace('weights.bin', name)));
    keep(await Classifier.load(store));
  });

  it.each(['a/b.bin', 'weights', '.bin', 'a.bin.x', 'a b.bin'])(
    'reads no weights called %s',
    async (name) => {
      const { store, json } = await saved();
      await store.write('model.json', encode(json.replace('weights.bin', name)));
      await refused(store, 'corrupt-model', 'its weightsManifest must name one file beside it');
    },
  );

  it('says of a page of HTML what it is', async () => {
    const { store } = await saved();
    await store.write('model.json', encode('\n <!doctype html>'));
    await refused(store, 'corrupt-model', 'it begins as a page of HTML; is the address right');
  });

  it('passes on that a store cannot be read', async () => {
    const { store } = await saved();
    const error = new Error('no rights');
    store.read = () => Promise.reject(error);
    await expect(Classifier.load(store)).rejects.toBe(error);
  });

  it.each(['{"mean":1}', '{"mean":[0,0],"scale":[1,1]}'])(
    'refuses the scaler %s',
    async (scaler) => {
      const { store, json } = await saved();
      const other = json.replace(/"scaler":\{[^}]*\}/, `"scaler":${scaler}`);
      await store.write('model.json', encode(other));
      await refused(store, 'corrupt-model', '');
    },
  );

  it('refuses a manifest that is no list', async () => {
    const { store, json } = await saved();
    const other = json.replace('"weightsManifest":[', '"weightsManifest":{"a":[');
    await store.write('model.json', encode(other));
    await refused(store, 'corrupt-model', '');
  });

  it('refuses a model.json that is cut short', async () => {
    const { store, json } = await saved();
    await store.write('model.json', encode(json.slice(0, 100)));
    await refused(store, 'corrupt-model', 'model.json is not JSON');
  });

  it('refuses a model that was saved by something else', async () => {
    const { store } = await saved();
    await store.write('model.json', encode('{"format":"layers-model"}'));
    await refused(store, 'foreign-model', 'was not written by Classifier.save');
  });

  it('refuses a version to come', async () => {
    const { store, json } = await saved();
    await store.write('model.json', encode(json.replace('"version":1', '"version":2')));
    await refused(store, 'foreign-model', 'version must be 1, got 2');
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
  ])('refuses %s', async (_, from, to) => {
    const { store, json } = await saved();
    expect(json).toContain(from);
    await store.write('model.json', encode(json.replaceAll(from, to)));
    await refused(store, 'corrupt-model', '');
  });
});

it('loads a recurrent model without what tfjs needs to make one', async () => {
  // tfjs makes matrices orthogonal with operations that its core alone does not have.
  const net = sequential();
  const recurrentInitializer = 'glorotUniform';
  net.add(layers.lstm({ inputShape: [3, 2], units: 4, recurrentInitializer }));
  net.add(layers.dense({ units: 2, activation: 'softmax' }));
  const store = memoryStore();
  const saved = keep(new Classifier({ model: net, labels: LABELS }));
  await saved.save(store);
  const json = new TextDecoder().decode(store.files.get('model.json'));
  const orthogonal = '"recurrent_initializer":{"class_name":"Orthogonal","config":{"gain":1}}';
  const other = json.replace(/"recurrent_initializer":\{.*?\}\}/, orthogonal);
  expect(other).toContain(orthogonal);
  await store.write('model.json', new TextEncoder().encode(other));
  const loaded = keep(await Classifier.load(store));
  const x = [Float32Array.of(1, 2, 3, 4, 5, 6)];
  expect(await loaded.predict(x)).toEqual(await saved.predict(x));
  // What is saved again is what was loaded.
  await loaded.save(store);
  expect(new TextDecoder().decode(store.files.get('model.json'))).toContain('"Orthogonal"');
});

it('refuses weights that are NaN, which some backends hide', async () => {
  const c = classifier();
  tf.tidy(() => c.model.setWeights(c.model.getWeights().map((w) => tf.fill(w.shape, Number.NaN))));
  const store = memoryStore();
  await c.save(store);
  await expect(Classifier.load(store)).rejects.toMatchObject({
    code: 'corrupt-model',
    message: expect.stringContaining('its weight "conv_1/kernel" holds NaN'),
  });
});

it('says so when a model fails on its input', async () => {
  const c = classifier();
  c.model.layers[1].call = () => {
    throw new Error('no such axis');
  };
  await expect(c.predict(EXAMPLES)).rejects.toMatchObject({
    code: 'corrupt-model',
    message: 'Classifier.predict: the model fails: no such axis',
  });
});
