import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * A rectifier, max(x, 0), that keeps NaN. The backend's own makes 0 of NaN with the sign −, which is
 * what processors of the x86 family give: a model that diverges would seem to learn there.
 */
export const relu: KernelMaker =
  ({ util }, original) =>
  (args) => {
    const { x } = args.inputs as { x: TensorInfo };
    if (original && x.dtype !== 'float32') return original(args);
    return makeOutput(args.backend, x.shape, (y) => {
      const native = nativeOf(args.backend);
      const size = util.sizeFromShape(x.shape);
      native.relu(native.address(x, size), native.address(y, size), size);
    });
  };
