import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { modelShape } from './model-shape.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function ofLayers(...all: layers.Layer[]): LayersModel {
  const net = sequential({ layers: all });
  onTestFinished(() => void net.dispose());
  return net;
}

it('gives the shape of an example, how many values it has, and how many classes there are', () => {
  const flat = [layers.flatten({ inputShape: [5, 3] }), layers.dense({ units: 7 })];
  expect(modelShape('f', ofLayers(...flat))).toEqual({ input: [5, 3], size: 15, classes: 7 });
});

it('knows examples of one axis', () => {
  const net = ofLayers(layers.dense({ inputShape: [4], units: 2 }));
  expect(modelShape('f', net)).toEqual({ input: [4], size: 4, classes: 2 });
});

it.each<[string, () => LayersModel, string]>([
  ['null', () => null as never, 'f: `model` must be a LayersModel of tfjs, got null'],
  ['text', () => 'x' as never, 'f: `model` must be a LayersModel of tfjs, got string'],
  [
    'scores in rows',
    () => ofLayers(layers.dense({ inputShape: [3, 4], units: 2 })),
    'got 1 and 1 ([null,3,2])',
  ],
  [
    'two inputs',
    () => {
      const inputs = [0, 1].map(() => input({ shape: [2] }));
      const outputs = layers.add().apply(inputs) as never;
      return model({ inputs, outputs });
    },
    'got 2 and 1 ([null,2])',
  ],
  [
    'an input of any length',
    () => ofLayers(layers.globalAveragePooling1d({ inputShape: [null, 4] as never })),
    'f: `model` must have a fixed input shape, got [null,4]',
  ],
])('refuses %s', (_, make, text) => {
  expect(() => modelShape('f', make())).toThrow(text);
});
