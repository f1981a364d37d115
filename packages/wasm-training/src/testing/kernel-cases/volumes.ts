import * as tf from '@tensorflow/tfjs-core';
import { both, type KernelCase, SUMMED, steady } from './kernel-case.ts';

const volume = [2, 4, 5, 4, 3];

/** Pooling of volumes, and the gradients of what tfjs does with volumes. */
export const volumes: KernelCase[] = (['same', 'valid', 1] as const).flatMap((pad) =>
  [
    [1, 1, 1],
    [2, 1, 3],
  ].flatMap((strides): KernelCase[] => {
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
    // Sizes that come of padding 1 are not whole with these strides.
    const rounded = { ...windows, strides: 3, dimRoundingMode: 'ceil' };
    const roundedUp: KernelCase[] = [
      { kernel: 'MaxPool3D', inputs: { x: volume }, attrs: rounded, kinds: ['float32'] },
    ];
    return [
      ...(pad === 1 ? roundedUp : []),
      {
        kernel: 'MaxPool3D',
        inputs: { x: volume },
        attrs: windows,
        kinds: ['float32', 'NaN', 'int32'],
      },
      ...both(pooled).map(
        (dy): KernelCase => ({
          kernel: 'MaxPool3DGrad',
          inputs: { dy, input: volume },
          attrs: windows,
        }),
      ),
      ...(pad === 'valid' ? both(pooled) : []).map(
        (dy): KernelCase => ({
          kernel: 'AvgPool3DGrad',
          inputs: { dy, input: volume },
          attrs: windows,
          kinds: SUMMED,
          ...steady,
        }),
      ),
      ...both(outShape).flatMap((dy): KernelCase[] => [
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
