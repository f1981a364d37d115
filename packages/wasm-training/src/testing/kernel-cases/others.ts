import { image, type KernelCase } from './kernel-case.ts';

/** What is in no other file. */
export const others: KernelCase[] = [...fused(), ...rest()];

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
