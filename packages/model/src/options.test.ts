import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it } from 'vitest';
import * as model from './index.ts';
import * as linear from './linear/index.ts';

beforeAll(async () => {
  await setBackend('cpu');
});

const { memoryStore } = model;
const small = () => {
  const net = sequential();
  net.add(layers.dense({ inputShape: [1], units: 2, activation: 'softmax' }));
  return net;
};
/** What plain JavaScript passes for an argument that is left out. */
const none = undefined as never;
const logits = () => sequential({ layers: [layers.dense({ inputShape: [1], units: 2 })] });
const data = { x: new Float32Array(2), y: [0, 1] };
const config = { inputShape: [8, 2] };
const classifier = () => new model.Classifier({ model: small(), labels: ['a', 'b'] });

/** Calls of all that takes options; `odd` holds one that nothing knows. */
const CALLS: Record<string, (odd: object) => unknown> = {
  averageWeights: (odd) => model.averageWeights(odd),
  buildFrameModel: (odd) => model.buildFrameModel({ ...config, ...odd } as never),
  buildModel: (odd) => model.buildModel(odd),
  checkpoint: (odd) =>
    model.checkpoint({ classifier: classifier(), to: memoryStore(), ...odd } as never),
  Classifier: (odd) => new model.Classifier({ model: small(), labels: ['a', 'b'], ...odd }),
  cosineDecay: (odd) => model.cosineDecay(1, odd),
  CovariancePooling: (odd) => new model.CovariancePooling(odd),
  csvLogger: (odd) => model.csvLogger({ to: memoryStore(), ...odd }),
  earlyStopping: (odd) => model.earlyStopping(odd),
  Ensemble: (odd) => new model.Ensemble({ members: [classifier()], ...odd }),
  exponentialMovingAverage: (odd) => model.exponentialMovingAverage(odd),
  fit: (odd) => model.fit(small(), data, { epochs: 1, ...odd }),
  indexedDbStore: (odd) => model.indexedDbStore('x', odd),
  LinearClassifier: (odd) =>
    new linear.LinearClassifier({
      version: 1,
      labels: ['a'],
      kernel: new Float32Array(1),
      bias: new Float32Array(1),
      scaler: null,
      ...odd,
    }),
  LinearDiscriminantAnalysis: (odd) =>
    new model.LinearDiscriminantAnalysis({
      means: [0, 1],
      priors: [0.5, 0.5],
      coef: [0, 1],
      intercept: [0, 1],
      ...odd,
    }),
  oneCycle: (odd) => model.oneCycle(1, odd),
  predictScores: (odd) => model.predictScores(small(), data.x, odd),
  reduceLrOnPlateau: (odd) => model.reduceLrOnPlateau(odd),
  StandardScaler: (odd) => new model.StandardScaler([0], [1], odd),
  urlStore: (odd) => model.urlStore('https://example.org', odd),
};
/** All that takes none. */
const WITHOUT_OPTIONS = [
  'chooseBackend',
  'classWeights',
  'deriveSeed',
  'deserializeState',
  'evaluate',
  'fileListStore',
  'historyCsv',
  'memoryStore',
  'ModelError',
  'nestedStore',
  'oneHot',
  'serializeState',
  'sha256',
  'takeRows',
];
/** Those whose options cannot be left out, called without. */
const REQUIRED: Record<string, () => unknown> = {
  buildFrameModel: () => model.buildFrameModel(undefined as never),
  checkpoint: () => model.checkpoint(undefined as never),
  Classifier: () => new model.Classifier(undefined as never),
  csvLogger: () => model.csvLogger(undefined as never),
  LinearClassifier: () => new linear.LinearClassifier(undefined as never),
  LinearDiscriminantAnalysis: () => new model.LinearDiscriminantAnalysis(undefined as never),
  Ensemble: () => new model.Ensemble(undefined as never),
  fit: () => model.fit(small(), data, undefined as never),
};

const thrownBy = async (call: () => unknown): Promise<unknown> => {
  try {
    return await call();
  } catch (error) {
    return error;
  }
};

it('knows all that is exported', () => {
  const functions = Object.entries({ ...model, ...linear }).filter(
    ([, value]) => typeof value === 'function',
  );
  const names = functions.map(([name]) => name);
  expect([...Object.keys(CALLS), ...WITHOUT_OPTIONS].sort()).toEqual(names.sort());
});

it.each(Object.entries(CALLS))('%s names an option that it does not know', async (name, call) => {
  expect(await thrownBy(() => call({ unknown_option: 1 }))).toMatchObject({
    code: 'bad-argument',
    message: expect.stringMatching(
      new RegExp(`^${name}: \`options\` must hold none but .*, got unknown_option$`),
    ),
  });
});

it.each(Object.entries(CALLS))('%s knows its options', async (_, call) => {
  expect(await thrownBy(() => call({}))).not.toMatchObject({ code: 'bad-argument' });
});

it.each(Object.entries(REQUIRED))('%s says that options are missing', async (name, call) => {
  expect(await thrownBy(call)).toMatchObject({
    code: 'bad-argument',
    message: `${name}: \`options\` must be an object, got undefined`,
  });
});

it.each([
  ['early_stopping', () => model.earlyStopping({ restore_best_weights: true } as object)],
  ['a block', () => model.buildModel({ blocks: [{ filters: 1, kernel_size: 3 } as never] })],
  ['the dense layer', () => model.buildModel({ dense: { unit: 3 } as never })],
])('names the option that was meant, of %s', async (_, call) => {
  expect(await thrownBy(call)).toMatchObject({
    message: expect.stringMatching(/did you mean `(restoreBestWeights|kernelSize|units)`/),
  });
});

it.each<[string, () => unknown, string]>([
  ['fit()', () => model.fit(undefined as never, data, { epochs: 1 }), '`model` must be a LayersM'],
  [
    'fit(model)',
    () => model.fit(small(), undefined as never, { epochs: 1 }),
    '`dataset` must hold',
  ],
  ['evaluate(model)', () => model.evaluate(small(), undefined as never), '`dataset` must hold'],
  ['predictScores(model)', () => model.predictScores(small(), undefined as never), '`x` must be a'],
  [
    'Classifier.load()',
    () => model.Classifier.load(undefined as never),
    '`from` must be a store or a web address, got undefined',
  ],
  [
    'fit with one callback',
    () => model.fit(small(), data, { epochs: 1, callbacks: model.earlyStopping() as never }),
    '`callbacks` must be a list, got object',
  ],
  [
    'fit with weights of samples',
    () => model.fit(small(), { ...data, sample_weight: [1, 1] } as never, { epochs: 1 }),
    '`dataset` must hold none but x, y, got sample_weight',
  ],
  ['evaluate of logits', () => model.evaluate(logits(), data), 'must end in probabilities'],
  ['predictScores of logits', () => model.predictScores(logits(), data.x), 'in probabilities'],
  [
    'predictScores of a source of others',
    () => model.predictScores(small(), { length: 1, size: 2, read: () => undefined }),
    '`x.size` must be 1 values an example, got 2',
  ],
  ['StandardScaler()', () => new model.StandardScaler(none, none), '`mean` must be a list'],
  ['StandardScaler.fit()', () => model.StandardScaler.fit(none, 1), '`x` must be a Float32Array'],
  ['classWeights()', () => model.classWeights(none, 2), '`y` must be a list, got undefined'],
  ['classWeights of 7', () => model.classWeights([7], 2), '`y[0]` must be a whole number'],
  ['oneHot of 7', () => model.oneHot([7], 2), '`y[0]` must be a whole number'],
  [
    'evaluate of labels that are none',
    () => model.evaluate(small(), { x: data.x, y: [0, 7] }),
    '`dataset.y[1]` must be a',
  ],
  ['oneHot()', () => model.oneHot(none, 2), '`y` must be a list, got undefined'],
  ['takeRows()', () => model.takeRows(none, 1, [0]), '`x` must be a Float32Array'],
  ['takeRows(x)', () => model.takeRows(data.x, none, [0]), '`size` must be a whole number'],
  ['takeRows(x, size)', () => model.takeRows(data.x, 1, none), '`indices` must be a list'],
  ['takeRows of half a row', () => model.takeRows(data.x, 1, [0.5]), '`indices[0]` must be in'],
  ['historyCsv()', () => model.historyCsv(none), '`history` must be a list'],
  ['nestedStore()', () => model.nestedStore(none, 'x'), '`store` must be a store'],
  ['deserializeState()', () => model.deserializeState(none), '`bytes` must be a Uint8Array'],
  ['sha256()', () => model.sha256(none), '`bytes` must be a Uint8Array'],
  [
    'Classifier.predict()',
    () => classifier().predict(undefined as never),
    '`examples` must be a list',
  ],
  ['csvLogger({})', () => model.csvLogger({} as never), '`to` must be a store'],
  ['checkpoint({})', () => model.checkpoint({} as never), '`classifier` must be a Classifier'],
])('%s throws a typed error, which names the function', async (name, call, text) => {
  const error = await thrownBy(call);
  expect(error).toBeInstanceOf(model.ModelError);
  const { message } = error as Error;
  expect(message).toContain(text);
  expect(message.split(': ')[0]).toBe(/^[\w.]+/.exec(name)?.[0]);
});

it('callbacks have the names under which states so far hold theirs', () => {
  const callbacks = [
    model.averageWeights(),
    model.checkpoint({ classifier: classifier(), to: memoryStore() }),
    model.csvLogger({ to: memoryStore() }),
    model.earlyStopping(),
    model.exponentialMovingAverage(),
    model.reduceLrOnPlateau(),
  ];
  expect(callbacks.map(({ name }) => name)).toEqual([
    'averageWeights',
    'checkpoint',
    'csvLogger',
    'earlyStopping',
    'exponentialMovingAverage',
    'reduceLrOnPlateau',
  ]);
});
