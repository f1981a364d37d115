import { FLOATS, image, type KernelCase } from './kernel-case.ts';

/** Without examples, or without channels. */
const emptyImage = [0, 5, 6, 3];
export const empty: KernelCase[] = [
  { kernel: 'Relu', inputs: { x: emptyImage } },
  ...['Add', 'RealDiv'].map((kernel): KernelCase => ({ kernel, inputs: { a: [0, 3], b: [3] } })),
  ...['Sum', 'Mean'].flatMap((kernel) =>
    [[0], [1], [0, 1]].map(
      (axis): KernelCase => ({ kernel, inputs: { x: [0, 3] }, attrs: { axis } }),
    ),
  ),
  ...['AvgPool', 'MaxPool'].map(
    (kernel): KernelCase => ({
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
    kernel: '_FusedMatMul',
    inputs: { a: [1, 3, 0], b: [1, 0, 4], bias: [4] },
    attrs: { transposeA: false, transposeB: false, activation: 'relu6' },
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
  (each: KernelCase): KernelCase => ({
    ...each,
    kinds: each.kernel === 'MaxPool' ? FLOATS : ['float32', 'int32'],
  }),
);

function convAttrs(): object {
  return { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] };
}
