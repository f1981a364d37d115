import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, it } from 'vitest';
import { limitWeights } from './limit-weights.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A model of 2 × 3 + 3 weights. */
const build = () =>
  sequential({ layers: [layers.dense({ inputShape: [2], units: 3, kernelInitializer: 'ones' })] });

it('lets a model have as many weights as there may be, all of them zero', () => {
  const model = limitWeights(9, build);
  expect(model.getWeights().flatMap((each) => [...each.dataSync()])).toEqual(new Array(9).fill(0));
  model.dispose();
});

it('refuses one more', () => {
  expect(() => limitWeights(8, build)).toThrow('more weights than the 8 that were saved');
});

it.each([[[2, 0.5]], [[-1, -4]], [[Number.NaN]]])('refuses weights of the shape %j', (shape) => {
  const layer = layers.dense({ units: 1 });
  const open = layer as unknown as { addWeight(name: string, shape: number[]): unknown };
  expect(() => limitWeights(100, () => open.addWeight('odd', shape))).toThrow('more weights');
});

it('leaves layers as they were, also after it has refused', () => {
  expect(() => limitWeights(0, build)).toThrow();
  const model = build();
  expect(model.getWeights()[0].dataSync()[0]).toBe(1);
  model.dispose();
});
