import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { SUMS } from '../testing/expect-matches-cpu.ts';
import { KINDS, type Kind, tensorOf } from '../testing/kinds.ts';
import { onBackend } from '../testing/on-backend.ts';
import { gradients } from './index.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

interface Case {
  f: (...inputs: tf.Tensor[]) => tf.Tensor;
  shapes: number[][];
  /** The kinds that tfjs gives to it, of inputs and of dy. Default: all. */
  kinds?: readonly Kind[];
  /** The input that holds no NaN. Default: none. */
  finite?: number;
}

const FLOATS: readonly Kind[] = ['float32', 'NaN'];

/** By the kernel whose gradient it is. */
const cases: Record<string, Case[]> = {
  Conv2D: [
    {
      f: (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, [2, 1], 'valid'),
      shapes: [
        [2, 5, 6, 3],
        [2, 3, 3, 4],
      ],
      kinds: FLOATS,
      // Padding is a row of zeros, and 0 times NaN is NaN; the cpu backend skips padding.
      finite: 1,
    },
  ],
  DepthwiseConv2dNative: [
    {
      f: (x, filter) => tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'valid'),
      shapes: [
        [2, 5, 6, 3],
        [2, 3, 3, 2],
      ],
      kinds: FLOATS,
    },
  ],
  FusedBatchNorm: [
    {
      f: (x, mean, variance, offset, scale) =>
        tf.batchNorm(
          x as tf.Tensor4D,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          offset as tf.Tensor1D,
          scale as tf.Tensor1D,
          2,
        ),
      shapes: [[2, 5, 6, 3], [3], [3], [3], [3]],
      kinds: FLOATS,
    },
  ],
  Max: [[0], [1], [0, 2], [0, 1, 2]].map(
    (axes): Case => ({ f: (x) => tf.max(x, axes), shapes: [[3, 2, 7]] }),
  ),
  Min: [[0], [1], [0, 2], [0, 1, 2]].map(
    (axes): Case => ({ f: (x) => tf.min(x, axes), shapes: [[3, 2, 7]] }),
  ),
  Mean: [[0], [1], [0, 2], [0, 1, 2]].map(
    (axes): Case => ({ f: (x) => tf.mean(x, axes), shapes: [[3, 2, 7]] }),
  ),
  Sum: [[0], [1], [0, 2], [0, 1, 2]].map(
    (axes): Case => ({ f: (x) => tf.sum(x, axes), shapes: [[3, 2, 7]] }),
  ),
  Relu: [{ f: (x) => tf.relu(x), shapes: [[7, 5]] }],
  Square: [{ f: (x) => tf.square(x), shapes: [[7, 5]] }],
};

/** The gradients of `f`, whose inputs and dy are of a kind. */
function gradientsOf({ f, shapes, finite }: Case, backend: string, kind: Kind) {
  return onBackend(backend, () => {
    const inputs = shapes.map((shape, i) =>
      tensorOf(i === finite ? 'float32' : kind, shape, i + 1),
    );
    // The gradient of whole numbers is real.
    const dyKind = kind === 'int32' || kind === 'bool' ? 'float32' : kind;
    const dy = tensorOf(dyKind, f(...inputs).shape, 9);
    return tf
      .grads(f)(inputs, dy)
      .map((dx) => ({
        dtype: dx.dtype,
        shape: dx.shape,
        data: dx.dataSync() as Float32Array,
      }));
  });
}

describe('every gradient is as on the cpu backend', () => {
  for (const [kernel, each] of Object.entries(cases)) {
    for (const [i, one] of each.entries()) {
      test.each(one.kinds ?? KINDS)(`${kernel} ${i} of %s`, async (kind) => {
        const cpu = await gradientsOf(one, 'cpu', kind);
        const wasm = await gradientsOf(one, 'wasm', kind);
        expect(wasm.map(({ dtype, shape }) => ({ dtype, shape }))).toEqual(
          cpu.map(({ dtype, shape }) => ({ dtype, shape })),
        );
        for (const [j, { data }] of wasm.entries()) {
          expect(data).toBeAllclose(cpu[j].data, SUMS);
        }
      });
    }
  }

  test('no gradient is left out', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(gradients).sort());
  });
});
