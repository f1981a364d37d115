import { image, type KernelCase } from './kernel-case.ts';

/** What is in no other file. */
export const others: KernelCase[] = [...fused(), ...fusedSizes(), ...rest()];

function fused(): KernelCase[] {
  return [[5], [1], [], [1, 1, 1, 5], [5, 6, 5]].flatMap((bias): KernelCase[] => [
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
}

/** Sizes of which the fused kernels must know everything. */
function fusedSizes(): KernelCase[] {
  return [
    { strides: [2, 3], pad: 1, dilations: [1, 1], dimRoundingMode: 'ceil' },
    // XNNPACK would round the rows, which come to 3.5, down.
    { strides: [2, 2], pad: 1, dilations: [1, 1], dimRoundingMode: 'ceil', window: [2, 2] },
    { strides: [1, 1], pad: 'valid', dilations: [2, 1] },
    { strides: [1, 1], pad: 2, dilations: [1, 2] },
    { strides: [3, 2], pad: 'same', dilations: [1, 1] },
  ].flatMap(({ window = [2, 3], ...sizes }): KernelCase[] => {
    const attrs = { ...sizes, dataFormat: 'NHWC', activation: 'elu' };
    return [
      { kernel: 'FusedConv2D', inputs: { x: image, filter: [...window, 3, 5], bias: [5] }, attrs },
      {
        kernel: 'FusedDepthwiseConv2D',
        inputs: { x: image, filter: [...window, 3, 2], bias: [6] },
        attrs,
      },
    ].map((each) => ({ ...each, kinds: ['float32'] }));
  });
}

function rest(): KernelCase[] {
  return [
    ...['float32', 'int32', 'bool'].map(
      (dtype): KernelCase => ({ kernel: 'Cast', inputs: { x: [3, 7] }, attrs: { dtype } }),
    ),
    { kernel: 'Identity', inputs: { x: [3, 7] } },
    ...[[3], [1, 1, 3], [2, 4, 3]].map(
      (moments): KernelCase => ({
        kernel: 'FusedBatchNorm',
        inputs: { x: [2, 4, 3], mean: moments, variance: moments, scale: moments, offset: moments },
        attrs: { varianceEpsilon: 2 },
        // The cpu backend cuts the result to whole numbers.
        kinds: ['float32', 'NaN'],
      }),
    ),
    // Each operand may be missing.
    ...[['scale'], ['offset'], []].flatMap((operands) =>
      [[3], [1, 1, 3]].map((moments): KernelCase => {
        const inputs = ['mean', 'variance', ...operands].map((name) => [name, moments]);
        return {
          kernel: 'FusedBatchNorm',
          inputs: { x: [2, 4, 3], ...Object.fromEntries(inputs) },
          attrs: { varianceEpsilon: 2 },
          kinds: ['float32'],
        };
      }),
    ),
    ...['bij,bjk->bik', 'bij,bjk->kib', 'bij,bjk->i'].map(
      (equation): KernelCase => ({
        kernel: 'Einsum',
        inputs: { 0: [2, 3, 4], 1: [2, 4, 5] },
        attrs: { equation },
        kinds: ['float32', 'int32'],
      }),
    ),
    ...['ij,jk->ik', 'ij,jk->ki', 'ij,jk->k', 'ij,jk->'].map(
      (equation): KernelCase => ({
        kernel: 'Einsum',
        inputs: { 0: [3, 4], 1: [4, 5] },
        attrs: { equation },
        kinds: ['float32', 'int32', 'NaN'],
      }),
    ),
    ...['ij->ji', 'ij->ij', 'ij->i', 'ij->'].map(
      (equation): KernelCase => ({
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
}
