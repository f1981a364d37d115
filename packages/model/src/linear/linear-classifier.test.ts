import { createHash } from 'node:crypto';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import type { Prediction } from '../classifier/prediction.ts';
import { LinearDiscriminantAnalysis } from '../discriminant-analysis/linear-discriminant-analysis.ts';
import type { FileSource } from '../stores/file-store.ts';
import { type MemoryStore, memoryStore } from '../stores/memory-store.ts';
import {
  changed,
  type LinearModelOptions,
  randomExamples,
  saveLinear,
} from '../testing/save-linear.ts';
import { LinearClassifier } from './linear-classifier.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** tfjs computes with float32, `LinearClassifier` with float64. */
const TOLERANCE = { rtol: 0, atol: 1e-6 };
const scoresOf = (predictions: Prediction[]) =>
  predictions.map(({ scores }) => Object.values(scores));

async function expectSame(actual: Promise<Prediction[]>, wanted: Prediction[]): Promise<void> {
  const predictions = await actual;
  expect(scoresOf(predictions)).toBeAllclose(scoresOf(wanted), TOLERANCE);
  expect(predictions.map(({ label }) => label)).toEqual(wanted.map(({ label }) => label));
  expect(predictions.map(({ scores }) => Object.keys(scores))).toEqual(
    wanted.map(({ scores }) => Object.keys(scores)),
  );
}

describe.each<[string, LinearModelOptions]>([
  ['with a scaler', {}],
  ['with a scaler that cuts', { scaler: { clip: 0.5 } }],
  ['without a scaler', { scaler: null }],
  ['without a bias', { useBias: false }],
  ['with a layer for its input', { hasInputLayer: true }],
  ['of one label', { classes: 1 }],
  ['of one feature', { features: 1 }],
  ['of many features', { features: 600, classes: 8, seed: 7 }],
])('a model %s', (_, options) => {
  const features = options.features ?? 5;
  const examples = randomExamples(20, features);

  it('has the scores of Classifier', async () => {
    const { classifier, store } = await saveLinear(options);
    const linear = await LinearClassifier.load(store);
    await expectSame(linear.predict(examples), await classifier.predict(examples));
    classifier.dispose();
  });

  it('has the scores of Classifier for clips of several versions', async () => {
    const clips = [examples.slice(0, 3), examples.slice(3, 4), examples.slice(4)];
    const { classifier, store } = await saveLinear(options);
    const linear = await LinearClassifier.load(store);
    await expectSame(linear.predictVersions(clips), await classifier.predictVersions(clips));
    classifier.dispose();
  });

  it('is the same as plain data that was cloned', async () => {
    const { classifier, store } = await saveLinear(options);
    classifier.dispose();
    const linear = await LinearClassifier.load(store);
    const json = structuredClone(linear.toJSON());
    const cloned = LinearClassifier.fromJSON(json);
    expect(await cloned.predict(examples)).toEqual(await linear.predict(examples));
    expect(cloned.toJSON()).toEqual(json);
  });
});

it('reads a discriminant analysis', async () => {
  const lda = new LinearDiscriminantAnalysis({
    means: [0, 0, 0, 0],
    priors: [0.5, 0.5],
    coef: [1, -2, 0.5, 3],
    intercept: [0.25, -1],
  });
  const model = lda.toLayersModel({ temperature: 2 });
  const store = memoryStore();
  await new Classifier({ model, labels: ['a', 'b'] }).save(store);
  model.dispose();
  const linear = await LinearClassifier.load(store);
  const example = Float32Array.of(3, 5);
  expect(linear.decisionFunction(example)).toEqual(Float64Array.of(-6.75 / 2, 15.5 / 2));
  expect((await linear.predict([example]))[0].label).toBe('b');
});

describe('a loaded one', () => {
  const load = async (options: LinearModelOptions = {}) => {
    const { classifier, store } = await saveLinear(options);
    classifier.dispose();
    return { classifier, linear: await LinearClassifier.load(store) };
  };
  const [example] = randomExamples(1, 5);

  it('has what was saved', async () => {
    const { linear } = await load();
    expect(linear.labels).toEqual(['label 0', 'label 1', 'label 2']);
    expect(linear.features).toBe(5);
    expect(linear.extractor).toEqual({ features: [{ kind: 'functionals' }] });
    expect(linear.testVariants).toEqual(['speed-15/16']);
  });

  it('has null where nothing was saved', async () => {
    const { store } = await saveLinear();
    await changed(store, (json) => {
      delete json.userDefinedMetadata.ser.extractor;
      delete json.userDefinedMetadata.ser.testVariants;
    });
    const { extractor, testVariants } = await LinearClassifier.load(store);
    expect([extractor, testVariants]).toEqual([null, null]);
  });

  it('standardises as its scaler does, to a new array', async () => {
    const { classifier, linear } = await load({ scaler: { clip: 1 } });
    const before = example.slice();
    expect(linear.standardize(example)).toEqual(classifier.scaler?.transform(example));
    expect(example).toEqual(before);
  });

  it('standardises to a copy where it has no scaler', async () => {
    const { linear } = await load({ scaler: null });
    const copy = linear.standardize(example);
    expect(copy).toEqual(example);
    expect(copy.buffer).not.toBe(example.buffer);
  });

  it('decides with logits whose softmax are the scores', async () => {
    const { linear } = await load();
    const powers = [...linear.decisionFunction(example)].map(Math.exp);
    const sum = powers.reduce((a, b) => a + b);
    const [{ scores }] = await linear.predict([example]);
    // Scores are float32.
    expect(Object.values(scores)).toBeAllclose(
      powers.map((power) => power / sum),
      { rtol: 1e-6 },
    );
  });

  it('adds in float64', () => {
    const json = {
      version: 1 as const,
      labels: ['a'],
      kernel: Float32Array.of(2 ** 30, 1, -(2 ** 30)),
      bias: Float32Array.of(0),
      scaler: null,
    };
    const linear = new LinearClassifier(json);
    expect(linear.decisionFunction(Float32Array.of(1, 1, 1))).toEqual(Float64Array.of(1));
  });

  it('takes no examples for what they are', async () => {
    const { linear } = await load();
    expect(await linear.predict([])).toEqual([]);
    expect(await linear.predictVersions([])).toEqual([]);
  });

  it('is not changed by changes to what it gave or was made of', async () => {
    const { linear } = await load();
    const before = await linear.predict([example]);
    const json = linear.toJSON();
    const made = LinearClassifier.fromJSON(json);
    for (const array of [json.kernel, json.bias, json.scaler?.mean, json.scaler?.scale]) {
      array?.fill(9);
    }
    json.labels.fill('x');
    expect(await linear.predict([example])).toEqual(before);
    expect(await made.predict([example])).toEqual(before);
  });

  it.each<[string, (linear: LinearClassifier) => unknown, string]>([
    ['predict', (c) => c.predict([new Float32Array(4)]), '`examples[0]` must hold 5 features, got'],
    [
      'predict',
      (c) => c.predict([example, example.map(() => NaN)]),
      '`examples[1]` must be finite',
    ],
    ['predict', (c) => c.predict(undefined as never), '`examples` must be a list'],
    ['predictVersions', (c) => c.predictVersions([[]]), '`clips[0]` must hold at least one'],
    ['standardize', (c) => c.standardize(new Float32Array(6)), '`example` must hold 5 features, g'],
    ['standardize', (c) => c.standardize([1, 2, 3, 4, 5] as never), '`example` must be a Float32'],
    [
      'decisionFunction',
      (c) => c.decisionFunction(undefined as never),
      '`example` must be a Float',
    ],
    [
      'decisionFunction',
      (c) => c.decisionFunction(example.map((value, i) => (i === 3 ? Infinity : value))),
      '`example` must be finite, got Infinity at 3',
    ],
  ])('refuses what is no example in %s', async (name, call, text) => {
    const { linear } = await load();
    await expect((async () => call(linear))()).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining(`LinearClassifier.${name}: ${text}`),
    });
  });
});

it('refuses a value that leaves float32 when it is standardised, as Classifier does', async () => {
  const linear = new LinearClassifier({
    version: 1,
    labels: ['a'],
    kernel: Float32Array.of(0),
    bias: Float32Array.of(0),
    scaler: { mean: Float64Array.of(0), scale: Float64Array.of(0.5) },
  });
  const example = Float32Array.of(3e38);
  const text = 'must be finite, got Infinity at 0';
  expect(() => linear.standardize(example)).toThrow(`\`standardised example\` ${text}`);
  expect(() => linear.decisionFunction(example)).toThrow(text);
  const error = { code: 'bad-argument', message: expect.stringContaining(text) };
  await expect(linear.predict([example])).rejects.toMatchObject(error);
  await expect(linear.predictVersions([[example]])).rejects.toMatchObject(error);
});

describe('load', () => {
  const refused = async (from: FileSource, code: string, text: string): Promise<void> => {
    const error = { name: 'ModelError', code, message: expect.stringContaining(text) };
    await expect(LinearClassifier.load(from)).rejects.toMatchObject(error);
  };
  // biome-ignore lint/suspicious/noExplicitAny: a changed file has no type.
  type Change = (json: any) => void;
  const refusedAfter = async (change: Change, code: string, text: string): Promise<void> => {
    const { store } = await saveLinear();
    await refused(await changed(store, change), code, text);
  };

  it.each<[string, Change, string]>([
    [
      'a hidden layer',
      (json) => json.modelTopology.config.layers.unshift(json.modelTopology.config.layers[0]),
      '2 layers',
    ],
    [
      'no layer',
      (json) => {
        json.modelTopology.config.layers = [];
      },
      '0 layers',
    ],
    [
      'a graph',
      (json) => {
        json.modelTopology.class_name = 'Functional';
      },
      'a model of the class "Functional"',
    ],
    [
      'another layer',
      (json) => {
        json.modelTopology.config.layers[0].class_name = 'Conv1D';
      },
      'a layer of the class "Conv1D"',
    ],
    [
      'another activation',
      (json) => {
        json.modelTopology.config.layers[0].config.activation = 'sigmoid';
      },
      'the activation "sigmoid"',
    ],
    [
      'a sequence',
      (json) => {
        json.modelTopology.config.layers[0].config.batch_input_shape = [null, 5, 2];
      },
      'the input shape [null,5,2]',
    ],
    [
      'another type',
      (json) => {
        json.modelTopology.config.layers[0].config.dtype = 'int32';
      },
      'the type "int32"',
    ],
  ])('refuses %s, and says who takes it', async (_, change, got) => {
    const text =
      'LinearClassifier.load: memory: model.json: the model must be one dense softmax layer, got ' +
      `${got}; load it with Classifier of '@ser/model'`;
    await refusedAfter(change, 'not-linear', text);
  });

  it('refuses a network that Classifier saved', async () => {
    const model = sequential();
    model.add(layers.dense({ inputShape: [3], units: 4, activation: 'relu' }));
    model.add(layers.dense({ units: 2, activation: 'softmax' }));
    const store = memoryStore();
    await new Classifier({ model, labels: ['a', 'b'] }).save(store);
    model.dispose();
    await refused(store, 'not-linear', 'got 2 layers');
  });

  it.each<[string, Change, string]>([
    [
      'no units',
      (json) => {
        json.modelTopology.config.layers[0].config.units = 0;
      },
      'whole numbers above 0, got [null,5] and 0',
    ],
    [
      'more units than weights',
      (json) => {
        json.modelTopology.config.layers[0].config.units = 4;
      },
      'must have the shape [5,4], got [5,3]',
    ],
    [
      'an input of 2^26 + 1 values',
      (json) => {
        json.modelTopology.config.layers[0].config.batch_input_shape = [null, 2 ** 26 + 1];
      },
      'whole numbers above 0, got [null,67108865]',
    ],
    [
      'a batch of 4097',
      (json) => {
        json.modelTopology.config.layers[0].config.batch_input_shape = [4097, 5];
      },
      'whole numbers above 0, got [4097,5]',
    ],
    [
      'a layer without a name',
      (json) => {
        delete json.modelTopology.config.layers[0].config.name;
      },
      'must have a name',
    ],
    [
      'a layer that is null',
      (json) => {
        json.modelTopology.config.layers[0] = null;
      },
      'its layers must have a class and a configuration',
    ],
    [
      'a bias that is no weight',
      (json) => {
        json.modelTopology.config.layers[0].config.use_bias = false;
      },
      'is none of its layer',
    ],
    [
      'weights of another name',
      (json) => {
        json.weightsManifest[0].weights[0].name = 'other';
      },
      'its weight "other" is none of its layer',
    ],
    [
      'whole numbers for weights',
      (json) => {
        json.weightsManifest[0].weights[0].dtype = 'int32';
      },
      'must be float32',
    ],
    [
      'a weight too few',
      (json) => json.weightsManifest[0].weights.pop(),
      'its layer lacks weights',
    ],
    [
      'labels too few',
      (json) => json.userDefinedMetadata.ser.labels.pop(),
      "`labels` must name the model's 3 outputs, got 2",
    ],
    [
      'a label twice',
      (json) => json.userDefinedMetadata.ser.labels.fill('a'),
      '`labels` must differ, got "a" twice',
    ],
    [
      'a scaler of another width',
      (json) => {
        json.userDefinedMetadata.ser.scaler = { mean: [0], scale: [1] };
      },
      "`scaler` must scale the model's 5 features, got 1",
    ],
    [
      'a scaler that is none',
      (json) => {
        json.userDefinedMetadata.ser.scaler = { mean: { length: 4e9 }, scale: { length: 4e9 } };
      },
      'must hold a mean and a scale',
    ],
    ['a topology of text', (json) => (json.modelTopology = 'model'), 'it must be an object'],
  ])('refuses %s as damage', async (_, change, text) => {
    await refusedAfter(change, 'corrupt-model', text);
  });

  it('counts the outputs of a layer without a bias by its weights, not by labels', async () => {
    const { store } = await saveLinear({ useBias: false });
    await changed(store, (json) => json.userDefinedMetadata.ser.labels.push('one more'));
    await refused(store, 'corrupt-model', "must name the model's 3 outputs, got 4");
  });

  it('reads weights in any order', async () => {
    const { classifier, store } = await saveLinear();
    const weights = store.files.get('weights.bin') as Uint8Array;
    const kernelBytes = 5 * 3 * 4;
    const swapped = new Uint8Array(weights.length);
    swapped.set(weights.subarray(kernelBytes));
    swapped.set(weights.subarray(0, kernelBytes), 3 * 4);
    await store.write('weights.bin', swapped);
    await changed(store, (json) => {
      json.weightsManifest[0].weights.reverse();
      json.userDefinedMetadata.ser.weightsSha256 = '';
    });
    const examples = randomExamples(3, 5);
    const linear = await LinearClassifier.load(store);
    await expectSame(linear.predict(examples), await classifier.predict(examples));
    classifier.dispose();
  });

  it('refuses weights that hold NaN', async () => {
    const { store } = await saveLinear();
    const weights = (store.files.get('weights.bin') as Uint8Array<ArrayBuffer>).slice();
    new Float32Array(weights.buffer)[17] = Number.NaN;
    await store.write('weights.bin', weights);
    await changed(store, (json) => {
      json.userDefinedMetadata.ser.weightsSha256 = '';
    });
    await refused(store, 'corrupt-model', '`bias` must hold numbers, got NaN at 2');
  });

  it('loads weights that are infinite as Classifier does, and predicts nothing with them', async () => {
    const { store } = await saveLinear();
    const weights = new Float32Array(18).fill(Number.POSITIVE_INFINITY);
    await store.write('weights.bin', new Uint8Array(weights.buffer));
    await changed(store, (json) => {
      json.userDefinedMetadata.ser.weightsSha256 = '';
    });
    const linear = await LinearClassifier.load(store);
    await expect(linear.predict(randomExamples(1, 5))).rejects.toMatchObject({
      code: 'corrupt-model',
      message: expect.stringContaining('LinearClassifier.predict: the scores must be finite'),
    });
  });

  const write = (file: string, bytes: (old: Uint8Array) => Uint8Array | string) => {
    return async (store: MemoryStore): Promise<void> => {
      const written = bytes(store.files.get(file) as Uint8Array);
      const data = typeof written === 'string' ? new TextEncoder().encode(written) : written;
      await store.write(file, data);
    };
  };
  it.each<[string, (store: MemoryStore) => Promise<unknown>, string, string]>([
    ['no model.json', (store) => store.remove('model.json'), 'no-such-path', 'there is no model.'],
    ['no weights', (store) => store.remove('weights.bin'), 'no-such-path', 'there is no weights.b'],
    [
      'weights that are cut short',
      write('weights.bin', (old) => old.subarray(0, 9)),
      'corrupt-model',
      'weights.bin must have 72 bytes, got 9',
    ],
    [
      'weights of another model',
      write('weights.bin', (old) => old.map((byte) => byte ^ 1)),
      'corrupt-model',
      'weights.bin is not the one that model.json was saved with',
    ],
    [
      'a page',
      write('model.json', () => '<!doctype html>'),
      'corrupt-model',
      'it begins as a page of HTML',
    ],
    [
      'JSON that is cut short',
      write('model.json', (old) => old.subarray(0, 99)),
      'corrupt-model',
      'model.json is not JSON',
    ],
    [
      'JSON that is deep',
      write('model.json', () => '['.repeat(201)),
      'corrupt-model',
      'nested deeper than 200',
    ],
    ['other JSON', write('model.json', () => '{}'), 'foreign-model', 'was not written by Classifi'],
  ])('refuses %s', async (_, change, code, text) => {
    const { store } = await saveLinear();
    await change(store);
    await refused(store, code, `LinearClassifier.load: memory: `);
    await refused(store, code, text);
  });

  it('asks for no more bytes than there may be', async () => {
    const { store } = await saveLinear();
    const asked: unknown[] = [];
    await LinearClassifier.load({
      name: 'mine',
      read: async (file, options) => {
        asked.push([file, options?.maxBytes]);
        return store.read(file);
      },
    });
    expect(asked).toEqual([
      ['model.json', 8_388_608],
      ['weights.bin', 72],
    ]);
  });

  it('reads no weights for a model that it does not take', async () => {
    const { store } = await saveLinear();
    await changed(store, (json) => {
      json.modelTopology.class_name = 'Functional';
    });
    const read: string[] = [];
    const source = {
      name: 'mine',
      read: async (file: string) => {
        read.push(file);
        return store.read(file);
      },
    };
    await refused(source, 'not-linear', 'mine: model.json: the model must be');
    expect(read).toEqual(['model.json']);
  });

  it.each([undefined, 5, {}])('refuses to load from %j', async (from) => {
    await expect(LinearClassifier.load(from as never)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `LinearClassifier.load: \`from\` must be a store or a web address, got ${typeof from}`,
    });
  });
});

describe('fromJSON', () => {
  const json = () => ({
    version: 1 as const,
    labels: ['a', 'b'],
    kernel: Float32Array.of(1, 2, 3, 4),
    bias: Float32Array.of(0, 0),
    scaler: { mean: Float64Array.of(0, 0), scale: Float64Array.of(1, 1) },
  });

  it('takes what leaves out what has a default', () => {
    const { extractor, testVariants, features } = LinearClassifier.fromJSON(json());
    expect([extractor, testVariants, features]).toEqual([null, null, 2]);
  });

  it.each<[string, object | undefined, string]>([
    ['nothing', undefined, '`options` must be an object, got undefined'],
    ['another version', { version: 2 }, '`version` must be 1, got 2'],
    ['labels too many', { labels: ['a', 'b', 'c'] }, "name the model's 2 outputs, got 3"],
    ['no labels', { labels: [], bias: new Float32Array() }, 'must hold a row of as many values'],
    ['half a row', { kernel: new Float32Array(3) }, 'got 3 for 2 labels'],
    ['no row', { kernel: new Float32Array() }, 'got 0 for 2 labels'],
    [
      'a kernel of NaN',
      { kernel: Float32Array.of(0, 0, 0, NaN) },
      '`kernel` must hold numbers, got',
    ],
    ['a bias that is null', { bias: null }, '`bias` must be a Float32Array, got null'],
    ['doubles', { kernel: new Float64Array(4) }, '`kernel` must be a Float32Array, got object'],
    [
      'a scaler of 4e9 numbers',
      { scaler: { mean: { length: 4e9 }, scale: { length: 4e9 } } },
      '`scaler.mean` must be a Float64Array, got object',
    ],
    [
      'a scaler whose scale is a list',
      { scaler: { mean: new Float64Array(2), scale: [1, 1] } },
      '`scaler.scale` must be a Float64Array, got object',
    ],
    [
      'a scaler of another width',
      { scaler: { mean: Float64Array.of(0), scale: Float64Array.of(1) } },
      "must scale the model's 2 features, got 1",
    ],
    ['no scaler', { scaler: undefined }, '`options` must be an object, got undefined'],
    [
      'a scaler with another field',
      { scaler: { ...json().scaler, clips: 1 } },
      'did you mean `clip`',
    ],
  ])('refuses %s', (_, change, text) => {
    const changedJson = change && { ...json(), ...change };
    expect(() => LinearClassifier.fromJSON(changedJson as never)).toThrow(text);
    expect(() => LinearClassifier.fromJSON(changedJson as never)).toThrow(/^LinearClassifier: /);
  });

  it('says how a classifier is copied, of what JSON.stringify made', () => {
    const text = JSON.stringify(LinearClassifier.fromJSON(json()));
    expect(() => LinearClassifier.fromJSON(JSON.parse(text))).toThrow(
      'copy a classifier with structuredClone',
    );
  });
});

describe('weightsSha256', () => {
  it('is the digest that Classifier.save gave, and goes with toJSON', async () => {
    const { store } = await saveLinear();
    const digest = createHash('sha256')
      .update(store.files.get('weights.bin') as Uint8Array)
      .digest('hex');
    const linear = await LinearClassifier.load(store);
    expect(linear.weightsSha256).toBe(digest);
    expect(LinearClassifier.fromJSON(structuredClone(linear.toJSON())).weightsSha256).toBe(digest);
  });

  it.each([null, '', undefined])('is empty where a model was saved with %o', async (saved) => {
    const { store } = await saveLinear();
    await changed(store, (json) => {
      json.userDefinedMetadata.ser.weightsSha256 = saved;
    });
    expect((await LinearClassifier.load(store)).weightsSha256).toBe('');
  });

  it('is refused where it is no string', async () => {
    const { store } = await saveLinear();
    const json = (await LinearClassifier.load(store)).toJSON();
    expect(() => new LinearClassifier({ ...json, weightsSha256: 1 as never })).toThrow(
      'LinearClassifier: `weightsSha256` must be a string, got 1',
    );
  });
});
