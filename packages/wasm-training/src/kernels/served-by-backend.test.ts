import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import type { WasmBackend } from '../native/wasm-backend.ts';
import { onBackend } from '../testing/on-backend.ts';
import { kernels } from './index.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

/** A shape, of float32, or a shape and a type. */
type Input = number[] | [shape: number[], dtype: 'int32' | 'bool' | 'string'];

const conv = { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] };
const fused = { ...conv, activation: 'relu' };
const image = [1, 5, 6, 3];
const full = [3, 3, 3, 4];
const depthwise = [3, 3, 3, 1];
const product = { transposeA: false, transposeB: false, activation: 'linear' };
const window = { filterSize: [2, 2], strides: [1, 1], pad: 'valid' };

/** What the backend's own kernel serves, which is fast there and right. */
const theirs: [kernel: string, inputs: Record<string, Input>, attrs?: object][] = [
  ['_FusedMatMul', { a: [1, 2, 3], b: [1, 3, 4] }, product],
  ['_FusedMatMul', { a: [1, 2, 3], b: [1, 3, 4], bias: [4] }, product],
  ['BatchMatMul', { a: [2, 4, 3], b: [2, 3, 4] }, product],
  [
    'BatchMatMul',
    { a: [2, 3, 2], b: [2, 4, 3] },
    { ...product, transposeA: true, transposeB: true },
  ],
  ['BatchMatMul', { a: [2, 2, 3], b: [1, 4, 3] }, { ...product, transposeB: true }],
  ['FusedConv2D', { x: image, filter: full }, fused],
  ['FusedConv2D', { x: image, filter: full, bias: [4] }, fused],
  ['FusedDepthwiseConv2D', { x: image, filter: depthwise, bias: [3] }, fused],
  ['DepthwiseConv2dNative', { x: image, filter: depthwise }, conv],
  ['MaxPool', { x: image }, window],
  ['AvgPool', { x: image }, window],
  ['MaxPool', { x: [image, 'int32'] }, { ...window, filterSize: [1, 1] }],
  ['FusedBatchNorm', { x: [2, 3], mean: [2, 3], variance: [2, 3] }, { varianceEpsilon: 1 }],
  ['FusedBatchNorm', { x: [2, 3], mean: [3], variance: [1] }, { varianceEpsilon: 1 }],
  ['FusedBatchNorm', { x: [2, 3], mean: [3], variance: [3], scale: [1] }, { varianceEpsilon: 1 }],
  ['FusedBatchNorm', { x: [2, 3], mean: [3], variance: [3], offset: [1] }, { varianceEpsilon: 1 }],
  ['Add', { a: [2, 1, 4], b: [2, 3, 1] }],
  ['Add', { a: [2, 3], b: [2, 1] }],
  ['Add', { a: [3], b: [2, 1] }],
  ['Add', { a: [[2, 3], 'int32'], b: [2, 3] }],
  ['Add', { a: [2, 3], b: [[2, 3], 'int32'] }],
  ['Add', { a: [0, 3], b: [3] }],
  ['Sum', { x: [2, 3, 4] }, { axis: [0, 2] }],
  ['Sum', { x: [[2, 3, 4], 'int32'] }, { axis: [0] }],
  ['Mean', { x: [[2, 3, 4], 'int32'] }, { axis: [0] }],
  ['Cast', { x: [2] }, { dtype: 'int32' }],
  ['Cast', { x: [[2], 'bool'] }, { dtype: 'float32' }],
  ['Cast', { x: [[2], 'int32'] }, { dtype: 'float32' }],
  ['Identity', { x: [[2], 'string'] }],
];

/** What it does slowly, wrongly or not at all. */
const ours: typeof theirs = [
  ['_FusedMatMul', { a: [1, 2, 3], b: [1, 3, 4], bias: [1] }, product],
  ['_FusedMatMul', { a: [1, 2, 3], b: [1, 3, 4], bias: [2, 4] }, product],
  ['_FusedMatMul', { a: [2, 2, 3], b: [2, 3, 4] }, product],
  ['_FusedMatMul', { a: [2, 2, 3], b: [1, 3, 4] }, product],
  ['_FusedMatMul', { a: [1, 3, 2], b: [1, 3, 4] }, { ...product, transposeA: true }],
  ['_FusedMatMul', { a: [1, 2, 3], b: [1, 4, 3] }, { ...product, transposeB: true }],
  ['_FusedMatMul', { a: [[1, 2, 3], 'int32'], b: [[1, 3, 4], 'int32'] }, product],
  ['_FusedMatMul', { a: [1, 2, 0], b: [1, 0, 4] }, product],
  ['BatchMatMul', { a: [2, 3, 2], b: [2, 3, 4] }, { ...product, transposeA: true }],
  ['BatchMatMul', { a: [2, 2, 3], b: [2, 4, 3] }, { ...product, transposeB: true }],
  ['BatchMatMul', { a: [2, 3, 3], b: [2, 3, 4] }, product],
  ['BatchMatMul', { a: [[2, 3], 'int32'], b: [[3, 4], 'int32'] }, product],
  ['BatchMatMul', { a: [[2, 3], 'bool'], b: [[3, 4], 'bool'] }, product],
  ['BatchMatMul', { a: [1, 2, 0], b: [1, 0, 4] }, product],
  ['BatchMatMul', { a: [1, 0, 3], b: [1, 3, 4] }, product],
  ['FusedConv2D', { x: image, filter: full, bias: [1] }, fused],
  ['FusedConv2D', { x: image, filter: [1, 2, 3, 4] }, { ...fused, strides: [2, 2] }],
  ['FusedDepthwiseConv2D', { x: image, filter: depthwise, bias: [1] }, fused],
  ['FusedDepthwiseConv2D', { x: image, filter: [3, 2, 3, 1] }, { ...fused, pad: 1 }],
  ['DepthwiseConv2dNative', { x: image, filter: [3, 2, 3, 1] }, { ...conv, pad: 1 }],
  ['Conv2D', { x: image, filter: full }, conv],
  ['Conv2DBackpropInput', { dy: [1, 5, 6, 4], filter: full }, { ...conv, inputShape: image }],
  ['MaxPool', { x: image }, { ...window, filterSize: [1, 1] }],
  ['AvgPool', { x: image }, { ...window, filterSize: [1, 1], strides: [2, 2] }],
  ['FusedBatchNorm', { x: [2, 3], mean: [3], variance: [3] }, { varianceEpsilon: 1 }],
  ['FusedBatchNorm', { x: [2, 3, 4], mean: [3, 1], variance: [3, 1] }, { varianceEpsilon: 1 }],
  ['Add', { a: [2, 3], b: [2, 3] }],
  ['Add', { a: [2, 3], b: [3] }],
  ['Add', { a: [1, 3], b: [2, 3] }],
  ['Add', { a: [], b: [2, 3] }],
  ['Add', { a: [1], b: [] }],
  ['Sum', { x: [2, 3, 4] }, { axis: [0, 1] }],
  ['Sum', { x: [2, 1, 4] }, { axis: [0, 2] }],
  ['Mean', { x: [2, 3, 4] }, { axis: [2] }],
  ['Sum', { x: [[2, 0], 'int32'] }, { axis: [1] }],
  ['Cast', { x: [2] }, { dtype: 'float32' }],
  ['Cast', { x: [2] }, { dtype: 'bool' }],
  ['Cast', { x: [[2], 'int32'] }, { dtype: 'bool' }],
  ['Identity', { x: [2] }],
  ['Identity', { x: [[2], 'int32'] }],
];

function tensorOf(input: Input): tf.Tensor {
  const [shape, dtype] = Array.isArray(input[0]) ? input : [input, 'float32'];
  if (dtype === 'string') return tf.tensor(['a', 'b'], shape as number[], dtype);
  return tf.ones(shape as number[], dtype as 'float32');
}

/** Whether a kernel hands its arguments on to the backend's own, as they are. */
async function isHandedOn([name, shapes, attrs]: (typeof theirs)[number]): Promise<boolean> {
  return onBackend('wasm', () => {
    const named = Object.entries(shapes).map(([key, input]) => [key, tensorOf(input)]);
    const args = { inputs: Object.fromEntries(named), backend: tf.backend(), attrs: { ...attrs } };
    const answer = { dataId: {}, shape: [], dtype: 'float32' as const };
    const original = vi.fn(() => answer);
    const output = kernels[name](tf, original)(args) as tf.TensorInfo;
    if (output !== answer) {
      (tf.backend() as unknown as WasmBackend).disposeData(output.dataId);
      return false;
    }
    expect(original).toHaveBeenCalledExactlyOnceWith(args);
    return true;
  });
}

const text = ([name, inputs, attrs = {}]: (typeof theirs)[number]): string =>
  `${name} ${JSON.stringify(inputs)} ${JSON.stringify(attrs)}`;

describe("the backend's own kernel serves", () => {
  for (const each of theirs) {
    test(text(each), async () => expect(await isHandedOn(each)).toBe(true));
  }
});

describe('a kernel of ours serves', () => {
  for (const each of ours) {
    test(text(each), async () => expect(await isHandedOn(each)).toBe(false));
  }
});
