import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type PoolAttrs, volumeWindows } from '../geometry/pool-windows.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { runPool } from './util/run-pool.ts';

/**
 * Max pooling of volumes [batch, depth, height, width, channels]. The backend's own kernel
 * (tfjs 4.22.0) answers 0 where a window has no positive value.
 */
export const maxPool3D: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo;
    const windows = volumeWindows(tf, x.shape, attrs as unknown as PoolAttrs);
    return runPool(tf, backend, windows, x, (native, x, y) => native.maxPool(x, y));
  };
