import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { checkProbabilities } from './check-probabilities.ts';

beforeAll(async () => {
  await setBackend('cpu');
});

/** A model of layers in a row, of 4 inputs. */
function ofLayers(...all: layers.Layer[]): LayersModel {
  const net = sequential();
  net.add(layers.inputLayer({ inputShape: [4] }));
  for (const layer of all) net.add(layer);
  return net;
}

const dense = (activation?: 'softmax' | 'sigmoid' | 'relu' | 'tanh', units = 3) =>
  layers.dense({ units, activation });
const mean = (): LayersModel => {
  const x = input({ shape: [4] });
  const parts = [0, 1].map(() => dense('softmax').apply(x)) as never;
  return model({ inputs: x, outputs: layers.average().apply(parts) as never });
};

describe.each<[string, () => LayersModel]>([
  ['a dense layer with a softmax', () => ofLayers(dense('softmax'))],
  ['a softmax layer', () => ofLayers(dense(), layers.softmax())],
  ['an activation layer', () => ofLayers(dense(), layers.activation({ activation: 'softmax' }))],
  ['a softmax, then a dropout', () => ofLayers(dense('softmax'), layers.dropout({ rate: 0.1 }))],
  [
    'a softmax, then a reshape',
    () => ofLayers(dense('softmax'), layers.reshape({ targetShape: [3] })),
  ],
  ['a model with a softmax', () => ofLayers(ofLayers(dense('softmax')))],
  ['one sigmoid', () => ofLayers(dense('sigmoid', 1))],
  ['the mean of two softmaxes', mean],
])('a model that ends in %s', (_, make) => {
  it('is a classifier', async () => {
    const net = make();
    const labels = ['a', 'b', 'c'].slice(0, net.outputs[0].shape[1] as number);
    const [{ scores }] = await new Classifier({ model: net, labels }).predict([
      Float32Array.of(3, -2, 1, 0),
    ]);
    expect(Object.keys(scores)).toEqual(labels);
    net.dispose();
  });
});

it.each<[string, () => LayersModel]>([
  ['linear', () => ofLayers(dense())],
  ['relu', () => ofLayers(dense('relu'))],
  ['sigmoid', () => ofLayers(dense('sigmoid'))],
  ['tanh', () => ofLayers(dense('tanh', 1))],
  ['tanh', () => ofLayers(dense(), layers.activation({ activation: 'tanh' }))],
  ['LeakyReLU', () => ofLayers(dense(), layers.leakyReLU())],
  ['relu', () => ofLayers(dense('relu'), layers.dropout({ rate: 0.1 }))],
  ['linear', () => ofLayers(ofLayers(dense()))],
])('a model that ends in %s is refused', (activation, make) => {
  const net = make();
  const classes = net.outputs[0].shape[1] as number;
  expect(() => checkProbabilities('fit', net, classes)).toThrow(
    expect.objectContaining({
      code: 'bad-argument',
      message: expect.stringMatching(
        new RegExp(`^fit: \`model\` must end in probabilities .*, got ${activation} of the layer `),
      ),
    }),
  );
  net.dispose();
});

/** A dense layer's activation, which tfjs names in other ways than its types. */
const activated = (activation: string, units = 3) =>
  ofLayers(layers.dense({ units, activation: activation as never }));

it.each([
  'elu',
  'gelu',
  'gelu_new',
  'hardSigmoid',
  'linear',
  'logSoftmax',
  'mish',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softplus',
  'softsign',
  'swish',
  'tanh',
])('the activation %s gives no probabilities of several classes', (activation) => {
  const net = activated(activation);
  expect(() => checkProbabilities('fit', net, 3)).toThrow(`got ${activation} of the layer`);
  net.dispose();
});

it.each(['sigmoid', 'hardSigmoid'])('%s gives the probability of one class', (activation) => {
  const net = activated(activation, 1);
  expect(() => checkProbabilities('fit', net, 1)).not.toThrow();
  net.dispose();
});

it.each([
  ['ELU', () => layers.elu()],
  ['LeakyReLU', () => layers.leakyReLU()],
  ['PReLU', () => layers.prelu()],
  ['ReLU', () => layers.reLU()],
  ['ThresholdedReLU', () => layers.thresholdedReLU()],
])('the layer %s gives no probabilities, even after a softmax', (kind, make) => {
  const net = ofLayers(dense('softmax'), make());
  expect(() => checkProbabilities('fit', net, 3)).toThrow(`got ${kind} of the layer`);
  net.dispose();
});

it('flatten passes on what is no probability', () => {
  const wide = layers.reshape({ targetShape: [1, 3] });
  const net = ofLayers(dense('tanh'), wide, layers.flatten());
  expect(() => checkProbabilities('fit', net, 3)).toThrow('got tanh of the layer');
  net.dispose();
});

it.each<[string, () => layers.Layer]>([
  ['Dropout', () => layers.dropout({ rate: 0.1 })],
  ['Reshape', () => layers.reshape({ targetShape: [3] })],
  ['an activation that is linear', () => layers.activation({ activation: 'linear' })],
])('%s passes on what is no probability', (_, make) => {
  const net = ofLayers(dense('tanh'), make());
  expect(() => checkProbabilities('fit', net, 3)).toThrow('got tanh of the layer');
  net.dispose();
});

it('what does not show in the layers, shows in the scores', async () => {
  const x = input({ shape: [4] });
  const parts = [0, 1].map(() => dense('softmax').apply(x)) as never;
  const sum = model({ inputs: x, outputs: layers.add().apply(parts) as never });
  const classifier = new Classifier({ model: sum, labels: ['a', 'b', 'c'] });
  await expect(classifier.predict([Float32Array.of(1, 2, 3, 4)])).rejects.toMatchObject({
    code: 'corrupt-model',
    message: expect.stringMatching(/must be probabilities that add up to 1, got .* \(sum 2\.000\)/),
  });
  classifier.dispose();
});
