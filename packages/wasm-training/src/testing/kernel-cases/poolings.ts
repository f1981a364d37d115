import * as tf from '@tensorflow/tfjs-core';
import { failsInXnnpackPooling } from '../../geometry/fails-in-xnnpack.ts';
import { imagePoolInfo, type PoolAttrs } from '../../geometry/pool-windows.ts';
import type { Kind } from '../kinds.ts';
import { both, FLOATS, image, type KernelCase, pads, SUMMED, steady } from './kernel-case.ts';

/** Pooling of images, and its gradients. */
export const poolings: KernelCase[] = [...pools(), ...poolGradients()];

function pools(): KernelCase[] {
  return [...pads, -1].flatMap((pad) =>
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
        (kernel): KernelCase => ({ kernel, inputs: { x: image }, attrs, kinds }),
      );
    }),
  );
}

function poolGradients(): KernelCase[] {
  const windows = { filterSize: [2, 3], strides: [2, 1] };
  const rounded = { ...windows, pad: 1, dimRoundingMode: 'ceil' };
  // Windows that tile the image; those of four in a line have a loop of their own.
  const tiles = [
    [4, 1],
    [1, 4],
    [2, 2],
  ].map((size) => ({ filterSize: size, strides: size, pad: 'same' }));
  return [...pads.map((pad) => ({ ...windows, pad })), rounded, ...tiles].flatMap((attrs) => {
    const { pad } = attrs;
    const { outShape } = imagePoolInfo(tf, image, attrs as PoolAttrs);
    return both(outShape).flatMap((dy): KernelCase[] => [
      { kernel: 'MaxPoolGrad', inputs: { dy, input: image, output: outShape }, attrs },
      // Where a window is clipped the cpu backend is wrong.
      ...(pad === 'valid'
        ? [{ kernel: 'AvgPoolGrad', inputs: { dy, input: image }, attrs, kinds: SUMMED, ...steady }]
        : []),
    ]);
  });
}
