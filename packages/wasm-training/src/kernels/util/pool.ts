import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hasOtherSizeInXnnpack } from '../../geometry/fails-in-xnnpack.ts';
import { geometryOf } from '../../geometry/geometry.ts';
import { imageWindows, type PoolAttrs } from '../../geometry/pool-windows.ts';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/** Pooling of images [batch, height, width, channels], where the backend's own kernel fails. */
export const pool =
  (run: (native: Native, x: number, y: number) => void): KernelMaker =>
  (tf, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const x = inputs.x as TensorInfo;
    const info = imageWindows(tf, x.shape, attrs as unknown as PoolAttrs);
    if (original && !hasOtherSizeInXnnpack(info)) return original(args);

    const y = makeOutput(backend, info.outShape);
    const native = nativeOf(backend);
    native.setGeometry(...geometryOf(info));
    run(native, native.address(x), native.address(y));
    return y;
  };
