import type { TensorInfo } from '@tensorflow/tfjs-core';
import { failsInXnnpackPooling } from '../../geometry/fails-in-xnnpack.ts';
import { imagePoolInfo, imageWindows, type PoolAttrs } from '../../geometry/pool-windows.ts';
import type { Native } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';
import { runPool } from './run-pool.ts';
import { shareMemory } from './share-memory.ts';

/**
 * Pooling of images [batch, height, width, channels], where the backend's own kernel fails. That
 * one refuses other types than float32.
 */
export const pool =
  (run: (native: Native, x: number, y: number) => void): KernelMaker =>
  (tf, original) =>
  (args) => {
    const { inputs, backend } = args;
    const attrs = args.attrs as unknown as PoolAttrs;
    const x = inputs.x as TensorInfo;
    const info = imagePoolInfo(tf, x.shape, attrs);
    if (original && (x.dtype !== 'float32' || !failsInXnnpackPooling(info))) return original(args);
    // As on tfjs' cpu backend, even where padding would move the windows.
    const isOneElement = info.filterHeight === 1 && info.filterWidth === 1;
    if (isOneElement && tf.util.arraysEqual(info.inShape, info.outShape)) {
      return shareMemory(backend, x);
    }
    return runPool(tf, backend, imageWindows(tf, x.shape, attrs), x, run);
  };
