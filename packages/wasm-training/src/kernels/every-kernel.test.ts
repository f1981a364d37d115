import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { failsInXnnpackPooling } from '../geometry/fails-in-xnnpack.ts';
import { imagePoolInfo, type PoolAttrs } from '../geometry/pool-windows.ts';
import { SUMS } from '../testing/expect-matches-cpu.ts';
import { KINDS, type Kind, tensorOf } from '../testing/kinds.ts';
import { onBackend } from '../testing/on-backend.ts';
import { kernels } from './index.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

/** A kernel that tfjs' cpu backend has too, with what it is given. */
interface Case {
  kernel: string;
  /** Shapes of its inputs. The first axis of those with more than one is the batch. */
  inputs: Record<string, number[]>;
  attrs?: object;
  /** The kinds that tfjs gives to it. Default: all. */
  kinds?: readonly Kind[];
  /** Inputs that are int32 whatever the kind. Default: none. */
  indices?: string[];
  /** Inputs that hold no NaN. Default: none. */
  finite?: string[];
}

const FLOATS: readonly Kind[] = ['float32', 'NaN', 'infinities'];
const NUMBERS: readonly Kind[] = [...FLOATS, 'int32'];

const image = [2, 5, 6, 3];
const volume = [2, 4, 5, 4, 3];
const pads = [
  'same',
  'valid',
  0,
  1,
  2,
  3,
  [
    [0, 0],
    [2, 1],
    [0, 3],
    [0, 0],
  ],
];

const binaries = ['Add', 'Sub', 'Multiply', 'RealDiv'].flatMap((kernel) =>
  [
    [
      [2, 3, 4],
      [2, 3, 4],
    ],
    [
      [2, 3, 4],
      [3, 4],
    ],
    [[2, 3, 4], [1]],
    [
      [2, 1, 4],
      [2, 3, 1],
    ],
  ].map(
    // A whole number divided by zero ends tfjs' own kernel; bool never reaches these.
    ([a, b]): Case => ({
      kernel,
      inputs: { a, b },
      kinds: kernel === 'RealDiv' ? FLOATS : NUMBERS,
    }),
  ),
);

const reductions = ['Sum', 'Mean'].flatMap((kernel) =>
  [[0], [1], [2], [0, 2], [0, 1, 2]].flatMap((axis) =>
    [false, true].map(
      (keepDims): Case => ({
        kernel,
        inputs: { x: [3, 4, 5] },
        attrs: { axis, keepDims },
        kinds: NUMBERS,
      }),
    ),
  ),
);

const pools = [...pads, -1].flatMap((pad) =>
  [
    { filterSize: [2, 3], strides: [2, 1] },
    { filterSize: 1, strides: 2 },
    { filterSize: 1, strides: 1 },
    { filterSize: 2, strides: 4 },
  ].flatMap((sizes) => {
    const attrs = { ...sizes, pad } as PoolAttrs;
    // XNNPACK, which serves the others, knows no rule for NaN and infinities.
    const isOurs = failsInXnnpackPooling(imagePoolInfo(tf, image, attrs));
    const kinds: readonly Kind[] = isOurs ? FLOATS : ['float32'];
    return ['AvgPool', 'MaxPool'].map(
      (kernel): Case => ({ kernel, inputs: { x: image }, attrs, kinds }),
    );
  }),
);

/** Sums meet infinities of both signs in another order: NaN on one backend, ±Infinity on another. */
const SUMMED: readonly Kind[] = ['float32', 'int32', 'bool', 'NaN'];

/** Padding is a row of zeros, and 0 times a filter's NaN is NaN; the cpu backend skips padding. */
const steady = { finite: ['filter'] };

/** A dy that fits, and one that is larger than the input and the filter have it. */
const both = (shape: number[]): number[][] => [
  shape,
  shape.map((size, i) => size + (i < 3 ? 1 : 0)),
];

const convolutions = pads.flatMap((pad) =>
  [
    { strides: [1, 1], dilations: [1, 1] },
    { strides: [2, 3], dilations: [1, 1] },
    { strides: [1, 1], dilations: [2, 1] },
  ].flatMap((sizes): Case[] => {
    const attrs = { ...sizes, pad, dataFormat: 'NHWC' };
    const isDilated = sizes.dilations[0] > 1;
    const info = (filter: number[], isDepthwise: boolean) =>
      tf.backend_util.computeConv2DInfo(
        image as [number, number, number, number],
        filter as [number, number, number, number],
        sizes.strides as [number, number],
        sizes.dilations as [number, number],
        pad as 'same',
        undefined,
        isDepthwise,
      );
    const [full, depthwise] = [
      [2, 3, 3, 5],
      [2, 3, 3, 2],
    ];
    const forward: Case[] = [
      { kernel: 'Conv2D', inputs: { x: image, filter: full }, attrs, kinds: SUMMED, ...steady },
      {
        kernel: 'DepthwiseConv2dNative',
        inputs: { x: image, filter: depthwise },
        attrs,
        // XNNPACK serves the others, and has no rule for NaN.
        kinds: ['float32', 'int32', 'bool'],
      },
    ];
    // tfjs' cpu backend has no dilation there.
    if (isDilated) return forward;
    return [
      ...forward,
      ...both(info(full, false).outShape).flatMap((dy): Case[] => [
        {
          kernel: 'Conv2DBackpropInput',
          inputs: { dy, filter: full },
          attrs: { ...attrs, inputShape: image },
          kinds: SUMMED,
          ...steady,
        },
        {
          kernel: 'Conv2DBackpropFilter',
          inputs: { x: image, dy },
          attrs: { ...attrs, filterShape: full },
          kinds: SUMMED,
          ...steady,
        },
      ]),
      ...both(info(depthwise, true).outShape).flatMap((dy): Case[] => [
        {
          kernel: 'DepthwiseConv2dNativeBackpropInput',
          inputs: { dy, filter: depthwise },
          attrs: { ...attrs, inputShape: image },
          kinds: SUMMED,
          ...steady,
        },
        {
          kernel: 'DepthwiseConv2dNativeBackpropFilter',
          inputs: { x: image, dy },
          attrs: { ...attrs, filterShape: depthwise },
          kinds: SUMMED,
          ...steady,
        },
      ]),
    ];
  }),
);

const volumes = (['same', 'valid', 1] as const).flatMap((pad) =>
  [
    [1, 1, 1],
    [2, 1, 3],
  ].flatMap((strides): Case[] => {
    const filter = [3, 2, 2, 3, 4];
    // tfjs' cpu backend is wrong where a window is not as high as it is wide.
    const windows = { filterSize: [3, 2, 2], strides, pad, dataFormat: 'NDHWC' };
    const { outShape } = tf.backend_util.computeConv3DInfo(
      volume as [number, number, number, number, number],
      filter as [number, number, number, number, number],
      strides as [number, number, number],
      1,
      pad as 'same',
    );
    const pooled = [...outShape.slice(0, 4), 3];
    return [
      {
        kernel: 'MaxPool3D',
        inputs: { x: volume },
        attrs: windows,
        kinds: ['float32', 'NaN', 'int32'],
      },
      ...both(pooled).map(
        (dy): Case => ({ kernel: 'MaxPool3DGrad', inputs: { dy, input: volume }, attrs: windows }),
      ),
      ...(pad === 'valid' ? both(pooled) : []).map(
        (dy): Case => ({
          kernel: 'AvgPool3DGrad',
          inputs: { dy, input: volume },
          attrs: windows,
          kinds: SUMMED,
          ...steady,
        }),
      ),
      ...both(outShape).flatMap((dy): Case[] => [
        {
          kernel: 'Conv3DBackpropInputV2',
          inputs: { dy, filter },
          attrs: { strides, pad, inputShape: volume },
          kinds: SUMMED,
          ...steady,
        },
        {
          kernel: 'Conv3DBackpropFilterV2',
          inputs: { x: volume, dy },
          attrs: { strides, pad, filterShape: filter },
          kinds: SUMMED,
          ...steady,
        },
      ]),
    ];
  }),
);

const poolGradients = pads.flatMap((pad) => {
  const attrs = { filterSize: [2, 3], strides: [2, 1], pad };
  const { outShape } = imagePoolInfo(tf, image, attrs as PoolAttrs);
  return both(outShape).flatMap((dy): Case[] => [
    { kernel: 'MaxPoolGrad', inputs: { dy, input: image, output: outShape }, attrs },
    // Where a window is clipped the cpu backend is wrong.
    ...(pad === 'valid'
      ? [{ kernel: 'AvgPoolGrad', inputs: { dy, input: image }, attrs, kinds: SUMMED, ...steady }]
      : []),
  ]);
});

const products = [false, true].flatMap((transposeA) =>
  [false, true].flatMap((transposeB) =>
    [[2], [1]].flatMap((batch): Case[] => {
      const a = [2, ...(transposeA ? [4, 3] : [3, 4])];
      const b = [...batch, ...(transposeB ? [5, 4] : [4, 5])];
      const attrs = { transposeA, transposeB };
      return [
        {
          kernel: 'BatchMatMul',
          inputs: { a, b },
          attrs,
          kinds: ['float32', 'int32', 'bool', 'NaN'],
        },
        ...[[5], [1], [], [3, 5], [3, 1], [2, 3, 5]].map(
          (bias): Case => ({
            kernel: '_FusedMatMul',
            inputs: { a, b, bias },
            attrs: { ...attrs, activation: 'relu6' },
            kinds: ['float32', 'int32'],
          }),
        ),
      ];
    }),
  ),
);

const fused = [[5], [1], [], [1, 1, 1, 5], [5, 6, 5]].flatMap((bias): Case[] => [
  {
    kernel: 'FusedConv2D',
    inputs: { x: image, filter: [2, 3, 3, 5], bias },
    attrs: {
      strides: [1, 1],
      pad: 'same',
      dataFormat: 'NHWC',
      dilations: [1, 1],
      activation: 'relu',
    },
    kinds: ['float32', 'int32', 'bool'],
  },
  {
    kernel: 'FusedDepthwiseConv2D',
    inputs: { x: [2, 5, 6, 5], filter: [2, 3, 5, 1], bias },
    attrs: {
      strides: [1, 1],
      pad: 'same',
      dataFormat: 'NHWC',
      dilations: [1, 1],
      activation: 'relu',
    },
    kinds: ['float32', 'int32', 'bool'],
  },
]);

const others: Case[] = [
  ...['float32', 'int32', 'bool'].map(
    (dtype): Case => ({ kernel: 'Cast', inputs: { x: [3, 7] }, attrs: { dtype } }),
  ),
  { kernel: 'Identity', inputs: { x: [3, 7] } },
  ...[[3], [1, 1, 3], [2, 4, 3]].map(
    (moments): Case => ({
      kernel: 'FusedBatchNorm',
      inputs: { x: [2, 4, 3], mean: moments, variance: moments, scale: moments, offset: moments },
      attrs: { varianceEpsilon: 2 },
      // The cpu backend cuts the result to whole numbers.
      kinds: ['float32', 'NaN'],
    }),
  ),
  ...['ij,jk->ik', 'ij,jk->ki', 'ij,jk->k', 'ij,jk->'].map(
    (equation): Case => ({
      kernel: 'Einsum',
      inputs: { 0: [3, 4], 1: [4, 5] },
      attrs: { equation },
      kinds: ['float32', 'int32', 'NaN'],
    }),
  ),
  ...['ij->ji', 'ij->ij', 'ij->i', 'ij->'].map(
    (equation): Case => ({
      kernel: 'Einsum',
      inputs: { 0: [3, 4] },
      attrs: { equation },
      kinds: ['float32', 'int32'],
    }),
  ),
  {
    kernel: 'UnsortedSegmentSum',
    inputs: { x: [6, 4], segmentIds: [6] },
    attrs: { numSegments: 5 },
    indices: ['segmentIds'],
    // tfjs' cpu backend multiplies by 0 what belongs to other segments: NaN spreads there.
    kinds: ['float32', 'int32', 'bool'],
  },
];

/** Without examples, or without channels. */
const emptyImage = [0, 5, 6, 3];
const empty: Case[] = [
  ...['Add', 'RealDiv'].map((kernel): Case => ({ kernel, inputs: { a: [0, 3], b: [3] } })),
  ...['Sum', 'Mean'].flatMap((kernel) =>
    [[0], [1], [0, 1]].map((axis): Case => ({ kernel, inputs: { x: [0, 3] }, attrs: { axis } })),
  ),
  ...['AvgPool', 'MaxPool'].map(
    (kernel): Case => ({
      kernel,
      inputs: { x: emptyImage },
      attrs: { filterSize: 2, strides: 1, pad: 3 },
    }),
  ),
  { kernel: 'Conv2D', inputs: { x: emptyImage, filter: [2, 3, 3, 5] }, attrs: convAttrs() },
  { kernel: 'Conv2D', inputs: { x: [2, 5, 6, 0], filter: [2, 3, 0, 5] }, attrs: convAttrs() },
  { kernel: 'Conv2D', inputs: { x: image, filter: [2, 3, 3, 0] }, attrs: convAttrs() },
  {
    kernel: 'Conv2DBackpropInput',
    inputs: { dy: [0, 5, 6, 5], filter: [2, 3, 3, 5] },
    attrs: { ...convAttrs(), inputShape: emptyImage },
  },
  {
    kernel: 'Conv2DBackpropFilter',
    inputs: { x: emptyImage, dy: [0, 5, 6, 5] },
    attrs: { ...convAttrs(), filterShape: [2, 3, 3, 5] },
  },
  {
    kernel: 'DepthwiseConv2dNativeBackpropFilter',
    inputs: { x: emptyImage, dy: [0, 5, 6, 3] },
    attrs: { ...convAttrs(), filterShape: [2, 3, 3, 1] },
  },
  {
    kernel: 'DepthwiseConv2dNativeBackpropInput',
    inputs: { dy: [0, 5, 6, 3], filter: [2, 3, 3, 1] },
    attrs: { ...convAttrs(), inputShape: emptyImage },
  },
  {
    kernel: 'MaxPoolGrad',
    inputs: { dy: emptyImage, input: emptyImage, output: emptyImage },
    attrs: { filterSize: 2, strides: 1, pad: 'same' },
  },
  {
    kernel: 'BatchMatMul',
    inputs: { a: [1, 3, 0], b: [1, 0, 4] },
    attrs: { transposeA: false, transposeB: false },
  },
  {
    kernel: 'BatchMatMul',
    inputs: { a: [1, 3, 0], b: [1, 4, 0] },
    attrs: { transposeA: false, transposeB: true },
  },
  {
    kernel: 'BatchMatMul',
    inputs: { a: [1, 0, 3], b: [1, 3, 4] },
    attrs: { transposeA: false, transposeB: false },
  },
  {
    kernel: 'UnsortedSegmentSum',
    inputs: { x: [0, 4], segmentIds: [0] },
    attrs: { numSegments: 3 },
    indices: ['segmentIds'],
  },
  {
    kernel: 'FusedBatchNorm',
    inputs: { x: [0, 3], mean: [3], variance: [3] },
    attrs: { varianceEpsilon: 1 },
  },
].map(
  (each: Case): Case => ({
    ...each,
    kinds: each.kernel === 'MaxPool' ? FLOATS : ['float32', 'int32'],
  }),
);

const cases: Case[] = [
  ...binaries,
  ...reductions,
  ...pools,
  ...poolGradients,
  ...convolutions,
  ...volumes,
  ...products,
  ...fused,
  ...others,
  ...empty,
];

function convAttrs(): object {
  return { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] };
}

function kindOf({ indices, finite }: Case, input: string, kind: Kind): Kind {
  if (indices?.includes(input)) return 'int32';
  return kind === 'NaN' && finite?.includes(input) ? 'float32' : kind;
}

/** What a kernel gives on a backend. */
async function outputOf(each: Case, backend: string, kind: Kind) {
  return onBackend(backend, () => {
    const tensors = Object.entries(each.inputs).map(([name, shape], i) => {
      return [name, tensorOf(kindOf(each, name, kind), shape, i + 1)] as const;
    });
    // Einsum's inputs are a list.
    const isList = '0' in each.inputs;
    const list = tensors.map(([, tensor]) => tensor);
    const inputs = isList ? (list as unknown as tf.NamedTensorMap) : Object.fromEntries(tensors);
    const output = tf.engine().runKernel(each.kernel, inputs, { ...each.attrs }) as tf.Tensor;
    return { shape: output.shape, data: output.dataSync() as Float32Array };
  });
}

const situations = cases.flatMap((each) =>
  (each.kinds ?? KINDS).map((kind) => ({ kind, text: JSON.stringify(each), each })),
);

describe('every kernel that tfjs has too is as on the cpu backend', () => {
  for (const { each, kind, text } of situations) {
    test(`${kind}: ${text}`, async () => {
      const cpu = await outputOf(each, 'cpu', kind);
      const wasm = await outputOf(each, 'wasm', kind);
      expect(wasm.shape).toEqual(cpu.shape);
      expect(wasm.data).toBeAllclose(cpu.data, SUMS);
    });
  }
});

test('no kernel is left out', () => {
  const own = Object.keys(kernels).filter((name) => !name.startsWith('Ser'));
  expect([...new Set(cases.map(({ kernel }) => kernel))].sort()).toEqual(own.sort());
});
