import type { TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf, hasOtherSizeInXnnpack } from '../../geometry/convolution-geometry.ts';
import { imageWindows, type PoolAttrs } from '../../geometry/pool-geometry.ts';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/** Pooling of images [batch, height, width, channels], where the backend's own kernel fails. */
const pool =
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

export const maxPool: KernelMaker = pool((native, x, y) => native.maxPool(x, y));
export const avgPool: KernelMaker = pool((native, x, y) => native.averagePool(x, y));
