import * as tf from '@tensorflow/tfjs-core';
import type { ConvolutionName } from '../native/native-exports.ts';

/** A convolution whose forward pass and gradients threads share: 2e7 products and more. */
export interface SharedConvolution {
  name: string;
  f: (...inputs: tf.Tensor[]) => tf.Tensor;
  shapes: number[][];
  /** Of the three functions, those that are in chunks for two threads and more. */
  shared: ConvolutionName[];
}

const conv =
  (strides: [number, number], pad: 'same' | 'valid', dilations: [number, number] = [1, 1]) =>
  (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
    tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dilations);

const all: ConvolutionName[] = ['convolution', 'inputGradient', 'filterGradient'];
const transformed: ConvolutionName[] = [
  'winogradConvolution',
  'winogradInputGradient',
  'winogradFilterGradient',
];

export const sharedConvolutions: SharedConvolution[] = [
  {
    name: 'along one axis',
    f: (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same'),
    shapes: [
      [13, 190, 18],
      [5, 18, 93],
    ],
    shared: all,
  },
  {
    name: 'by transforms',
    f: (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same'),
    shapes: [
      [13, 190, 24],
      [5, 24, 96],
    ],
    shared: transformed,
  },
  {
    name: 'by transforms, with a dilation',
    f: (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same', 'NWC', 3),
    shapes: [
      [15, 140, 40],
      [3, 40, 96],
    ],
    shared: transformed,
  },
  {
    name: 'along two axes',
    f: conv([1, 1], 'same'),
    shapes: [
      [7, 20, 24, 18],
      [3, 3, 18, 38],
    ],
    shared: all,
  },
  {
    name: 'with strides that differ, and padding valid',
    f: conv([2, 1], 'valid'),
    shapes: [
      [9, 47, 25, 21],
      [3, 2, 21, 32],
    ],
    shared: all,
  },
  {
    name: 'with dilations that differ',
    f: conv([1, 1], 'same', [2, 3]),
    shapes: [
      [5, 30, 34, 21],
      [2, 3, 21, 33],
    ],
    shared: all,
  },
  {
    // Patches.
    name: 'of few channels',
    f: conv([1, 1], 'same'),
    shapes: [
      [6, 27, 27, 3],
      [5, 5, 3, 64],
    ],
    shared: all,
  },
  {
    // More channels than one block of the products.
    name: 'of many channels',
    f: conv([1, 2], 'same'),
    shapes: [
      [4, 5, 14, 262],
      [1, 3, 262, 250],
    ],
    shared: all,
  },
  {
    name: 'transposed',
    f: (x, w) =>
      tf.conv2dTranspose(x as tf.Tensor4D, w as tf.Tensor4D, [20, 24, 26, 20], [2, 2], 'same'),
    shapes: [
      [20, 12, 13, 37],
      [3, 3, 20, 37],
    ],
    shared: all,
  },
];
