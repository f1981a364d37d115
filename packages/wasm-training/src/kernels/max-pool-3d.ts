import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type PoolAttrs, setVolumeWindows } from '../geometry/pool-windows.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * Max pooling of volumes [batch, depth, height, width, channels]. The backend's own kernel
 * (tfjs 4.22.0) answers 0 where a window has no positive value.
 */
export const maxPool3D: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo;
    const native = nativeOf(backend);
    const outShape = setVolumeWindows(tf, native, x.shape, attrs as unknown as PoolAttrs);
    const y = makeOutput(backend, outShape);
    native.maxPool(native.address(x), native.address(y));
    return y;
  };
