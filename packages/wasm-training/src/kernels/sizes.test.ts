import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const tensor = (shape: number[]): tf.Tensor => tf.tensor(values(shape, 1).data, shape);
const conv = { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] };
const window = { filterSize: 2, strides: 1, pad: 'same' };

const lstm = { cell: 'lstm', activation: 'tanh', recurrentActivation: 'sigmoid', keep: true };
const lstmInputs = { x: [2, 3, 4], kernel: [4, 20], recurrent: [5, 20], bias: [20] };
const lstmKept = { gates: [3, 2, 20], states: [3, 2, 5], others: [3, 2, 5] };
const recurrences: [kernel: string, inputs: Record<string, number[]>, attrs: object][] = [
  ...(
    [
      ['recurrent', [5, 15]],
      ['recurrent', [4, 20]],
      ['state', [2, 4]],
      ['carry', [3, 5]],
      ['mask', [2, 4]],
      ['dropout', [2]],
      ['x', [0, 3, 4]],
      ['x', [2, 0, 4]],
    ] as [string, number[]][]
  ).flatMap(([name, wrong]): [string, Record<string, number[]>, object][] => [
    ['SerRecurrence', { ...lstmInputs, [name]: wrong }, lstm],
    ['SerRecurrenceGrad', { ...lstmInputs, dy: [2, 1, 5], ...lstmKept, [name]: wrong }, lstm],
  ]),
  ['SerRecurrence', { ...lstmInputs, kernel: [3, 20] }, lstm],
  ['SerRecurrence', { ...lstmInputs, kernel: [4, 15] }, lstm],
  ['SerRecurrence', { ...lstmInputs, bias: [5] }, lstm],
  ...(
    [
      ['dy', [2, 3, 5]],
      ['gates', [1, 2, 20]],
      ['states', [1, 2, 5]],
      ['others', [1, 2, 5]],
    ] as [string, number[]][]
  ).map(([name, wrong]): [string, Record<string, number[]>, object] => [
    'SerRecurrenceGrad',
    { ...lstmInputs, dy: [2, 1, 5], ...lstmKept, [name]: wrong },
    { ...lstm, keep: false },
  ]),
  ['SerRecurrence', lstmInputs, { ...lstm, cell: 'other' }],
  [
    'SerRecurrence',
    { x: [2, 3, 4], kernel: [4, 5], recurrent: [5, 5] },
    { ...lstm, cell: 'simple', returnCarry: true },
  ],
  ['SerRecurrenceInputGrad', { ...lstmInputs, gates: [1, 2, 20] }, lstm],
  ['SerRecurrenceInputGrad', { ...lstmInputs, gates: [3, 2, 20], kernel: [4, 15] }, lstm],
];
const moments = { scale: [4], offset: [4] };
const normalised = { x: [2, 4], bias: [4], ...moments, movingMean: [4], movingVariance: [4] };
const normalisedGradient = { x: [2, 4], dy: [2, 4], ...moments, mean: [4], variance: [4] };

/** Sizes that no op of tfjs lets through, and that a kernel must not believe. */
const cases: [kernel: string, inputs: Record<string, number[]>, attrs: object][] = [
  ['Conv2D', { x: [1, 4, 4, 3], filter: [2, 2, 2, 5] }, conv],
  ['Conv2D', { x: [1, 4, 4, 3], filter: [2, 2, 3, 5] }, { ...conv, strides: [0, 0] }],
  ['Conv2D', { x: [1, 4, 4, 3], filter: [2, 2, 3, 5] }, { ...conv, strides: [Number.NaN, 1] }],
  ['Conv2D', { x: [1, 4, 4, 3], filter: [2, 2, 3, 5] }, { ...conv, pad: 2 ** 40 }],
  ['Conv2D', { x: [1, 2, 2, 3], filter: [5, 5, 3, 5] }, { ...conv, pad: 'valid' }],
  // A filter larger than the image, along one axis and along both, whose sizes' product is above 0.
  ...[
    [3, 6],
    [6, 6],
  ].flatMap(([height, width]): [string, Record<string, number[]>, object][] => {
    const x = [1, 2, 3, 4];
    const larger = { filterSize: [height, width], strides: [1, 1], pad: 'valid' };
    const valid = { ...conv, pad: 'valid' };
    const fused = { ...valid, activation: 'linear' };
    return [
      ['DepthwiseConv2dNative', { x, filter: [height + 1, width, 4, 2] }, valid],
      ['FusedConv2D', { x, filter: [height + 1, width, 4, 5] }, fused],
      ['FusedDepthwiseConv2D', { x, filter: [height + 1, width, 4, 2] }, fused],
      ['MaxPool', { x }, { ...larger, filterSize: [height + 1, width] }],
      ['AvgPool', { x }, { ...larger, filterSize: [height + 1, width] }],
    ];
  }),
  // Larger by its dilation, along one axis and along both.
  ...[5, 3].flatMap((width) =>
    ['DepthwiseConv2dNative', 'FusedDepthwiseConv2D', 'FusedConv2D'].map(
      (kernel): [string, Record<string, number[]>, object] => [
        kernel,
        { x: [1, 3, width, 4], filter: [3, 3, 4, 2] },
        { ...conv, pad: 'valid', dilations: [2, 2], activation: 'linear' },
      ],
    ),
  ),
  ...['x', 'bias', 'scale', 'offset', 'movingMean', 'movingVariance'].map(
    (name): [string, Record<string, number[]>, object] => [
      'SerBatchNormTraining',
      { ...normalised, [name]: name === 'x' ? [2, 3] : [5] },
      { epsilon: 1e-3, decay: 0.1 },
    ],
  ),
  ...['dy', 'mean', 'variance', 'scale', 'offset'].map(
    (name): [string, Record<string, number[]>, object] => [
      'SerBatchNormTrainingGrad',
      { ...normalisedGradient, [name]: [5] },
      { epsilon: 1e-3 },
    ],
  ),
  ['SerGatedResidual', { x: [2, 3, 4], skip: [2, 3, 4], gate: [2, 5] }, {}],
  ['SerGatedResidual', { x: [2, 3, 4], skip: [2, 4, 4], gate: [2, 4] }, {}],
  ...['dy', 'gate', 'multiplier'].map((name): [string, Record<string, number[]>, object] => [
    'SerGatedResidualGrad',
    { x: [2, 3, 4], dy: [2, 3, 4], multiplier: [2, 3, 4], gate: [2, 4], [name]: [9] },
    {},
  ]),
  ['SerAddSpread', { y: [2, 3, 4], dMean: [2, 3] }, {}],
  ['SerSigmoidGrad', { x: [3], dy: [4] }, {}],
  ['SerSumSquaresGrad', { x: [3], dy: [2] }, { factor: 1 }],
  [
    'Conv2DBackpropInput',
    { dy: [1, 4, 4, 5], filter: [2, 2, 3, 5] },
    { ...conv, inputShape: [1, 9, 9, 3] },
  ],
  [
    'Conv2DBackpropInput',
    { dy: [1, 4, 4, 5], filter: [2, 2, 3, 5] },
    { ...conv, inputShape: [9, 4, 4, 3] },
  ],
  [
    'Conv2DBackpropInput',
    { dy: [1, 4, 4, 5], filter: [2, 2, 3, 5] },
    { ...conv, inputShape: [1, 4, 4, 9] },
  ],
  [
    'Conv2DBackpropInput',
    { dy: [1, 4, 4, 5], filter: [2, 2, 3, 5] },
    { ...conv, inputShape: [1, Number.NaN, 4, 3] },
  ],
  [
    'Conv2DBackpropFilter',
    { x: [1, 4, 4, 3], dy: [1, 4, 4, 5] },
    { ...conv, filterShape: [2, 2, 3, 9] },
  ],
  [
    'Conv2DBackpropFilter',
    { x: [1, 4, 4, 3], dy: [1, 4, 4, 5] },
    { ...conv, filterShape: [2, 2, 9, 5] },
  ],
  [
    'DepthwiseConv2dNativeBackpropInput',
    { dy: [1, 4, 4, 3], filter: [2, 2, 3, 1] },
    { ...conv, inputShape: [1, 4, 5, 3] },
  ],
  [
    'DepthwiseConv2dNativeBackpropFilter',
    { x: [1, 4, 4, 3], dy: [1, 4, 4, 3] },
    { ...conv, filterShape: [2, 2, 9, 1] },
  ],
  [
    'Conv3DBackpropInputV2',
    { dy: [1, 4, 4, 4, 2], filter: [2, 2, 2, 3, 2] },
    { strides: [1, 1, 1], pad: 'same', inputShape: [1, 9, 4, 4, 3] },
  ],
  [
    'Conv3DBackpropFilterV2',
    { x: [1, 4, 4, 4, 3], dy: [1, 4, 4, 4, 2] },
    { strides: [1, 1, 1], pad: 'same', filterShape: [2, 2, 2, 3, 9] },
  ],
  ['MaxPoolGrad', { dy: [1, 2, 2, 3], input: [1, 4, 4, 3], output: [1, 2, 2, 3] }, window],
  ['AvgPoolGrad', { dy: [1, 4, 4, 2], input: [1, 4, 4, 3] }, window],
  ['AvgPool3DGrad', { dy: [1, 1, 4, 4, 3], input: [1, 4, 4, 4, 3] }, window],
  [
    'MaxPool3DGrad',
    { dy: [1, 1, 4, 4, 3], input: [1, 4, 4, 4, 3], output: [1, 1, 4, 4, 3] },
    window,
  ],
  ['MaxPool3D', { x: [1, 4, 4, 4, 3] }, { ...window, filterSize: Number.NaN }],
  ['UnsortedSegmentSum', { x: [4, 3], segmentIds: [4] }, { numSegments: -1 }],
  ['UnsortedSegmentSum', { x: [4, 3], segmentIds: [4] }, { numSegments: Number.NaN }],
  ['UnsortedSegmentSum', { x: [4, 3], segmentIds: [4] }, { numSegments: 2 ** 50 }],
  ['SerSpread', { x: [4] }, { shape: [4, 3], outer: 4, reduced: 9, inner: 1, divisor: 1 }],
  ['SerSpread', { x: [4] }, { shape: [4, 3], outer: 9, reduced: 3, inner: 1, divisor: 1 }],
  ['SerExtremeGrad', { x: [4, 3], y: [4], dy: [4] }, { outer: 4, reduced: 3, inner: 2 }],
  ['SerReluGrad', { x: [4, 3], dy: [4, 2] }, {}],
  ...recurrences,
  ['SerSquareGrad', { x: [4, 3], dy: [5, 3] }, {}],
  [
    'SerBatchNormGrad',
    { x: [4, 3], mean: [3], variance: [2], scale: [3], dy: [4, 3] },
    { varianceEpsilon: 1 },
  ],
  [
    'SerBatchNormGrad',
    { x: [4, 3], mean: [3], variance: [3], scale: [3], dy: [4, 2] },
    { varianceEpsilon: 1 },
  ],
  ['SerAdam', { variable: [4], first: [4], second: [3], gradient: [4] }, {}],
  ['SerAdam', { variable: [4], first: [4], second: [4], gradient: [2] }, {}],
  ['BatchMatMul', { a: [1, 3, 4], b: [1, 5, 6] }, { transposeA: false, transposeB: true }],
];

describe('sizes that do not fit the tensors are refused, and no memory is kept', () => {
  for (const [kernel, inputs, attrs] of cases) {
    test(`${kernel} ${JSON.stringify(inputs)} ${JSON.stringify(attrs)}`, () =>
      onBackend('wasm', () => {
        const tensors = Object.fromEntries(
          Object.entries(inputs).map(([name, shape]) => [
            name,
            name === 'segmentIds' ? tf.zeros(shape, 'int32') : tensor(shape),
          ]),
        );
        const before = tf.backend().numDataIds();
        expect(() => tf.engine().runKernel(kernel, tensors, { ...attrs })).toThrow();
        expect(tf.backend().numDataIds()).toBe(before);
      }));
  }
});

test('an output that fits no memory is an error of ours', () =>
  onBackend('wasm', () => {
    const ids = tf.zeros([4], 'int32');
    const sum = () => tf.unsortedSegmentSum(tensor([4, 3]), ids as tf.Tensor1D, 2 ** 50);
    expect(sum).toThrow(expect.objectContaining({ code: 'out-of-memory' }));
  }));

test('a transposed convolution cuts an input that is too large, as on cpu', async () => {
  const output = (): number[] => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
    const filter = tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]);
    return [...tf.conv2dTranspose(x, filter, [1, 2, 2, 1], 1, 'same').dataSync()];
  };
  expect(await onBackend('wasm', output)).toEqual([1, 4, 7, 23]);
  expect(await onBackend('cpu', output)).toEqual([1, 4, 7, 23]);
});

test('a transposed convolution says what an input that is too small should be', () =>
  onBackend('wasm', () => {
    const transposed = () =>
      tf.conv2dTranspose(
        tensor([1, 3, 3, 1]) as tf.Tensor4D,
        tensor([2, 2, 1, 1]) as tf.Tensor4D,
        [1, 9, 9, 1],
        1,
        'same',
      );
    expect(transposed).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message:
          'wasm backend: `dy` must be at least [1,9,9,1], as the input and the filter have it, ' +
          'got [1,3,3,1]',
      }),
    );
  }));
