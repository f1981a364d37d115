import { type Hostile, load } from './hostile-files.ts';

/** Weights that contradict themselves. */
export const ODD_WEIGHTS: Hostile = {
  'a nested list of paths': () =>
    load((json) => {
      json.weightsManifest[0].paths = [['weights.bin']];
    }),
  'two files of weights': () =>
    load((json) => {
      json.weightsManifest[0].paths.push('more.bin');
    }),
  'two groups of weights': () =>
    load((json) => {
      json.weightsManifest.push(json.weightsManifest[0]);
    }),
  'weights in no list': () =>
    load((json) => {
      json.weightsManifest[0].weights = {};
    }),
  'a weight that is null': () =>
    load((json) => {
      json.weightsManifest[0].weights[0] = null;
    }),
  'weights of a negative shape': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [-4, -3];
    }),
  'weights of a fractional shape': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [0.5, 24];
    }),
  'weights of a shape of text': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = '43';
    }),
  'weights of 1e18 values': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].shape = [1e9, 1e9];
    }),
  'weights of type string': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].dtype = 'string';
    }),
  'weights of type constructor': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].dtype = 'constructor';
    }),
  'quantised weights': () =>
    load((json) => {
      const quantization = { dtype: 'uint8', scale: 1, min: 0 };
      json.weightsManifest[0].weights[0].quantization = quantization;
    }),
  'a weight called __proto__': () =>
    load((json) => {
      json.weightsManifest[0].weights[0].name = '__proto__';
    }),
  'two weights of one name': () =>
    load((json) => {
      const { weights } = json.weightsManifest[0];
      weights[1].name = weights[0].name;
    }),
};
