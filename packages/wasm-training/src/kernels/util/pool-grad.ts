import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { imageWindows, PoolAttrs } from '../../geometry/pool-windows.ts';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';
import { croppedTo } from './cropped-to.ts';

type Run = (native: Native, x: number, dy: number, dx: number) => void;

/** A gradient of pooling: input and dx of one shape, dy with the pooled sizes instead. */
export const poolGrad =
  (windowsOf: typeof imageWindows, run: Run): KernelMaker =>
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
    const windows = windowsOf(tf, input.shape, attrs as unknown as PoolAttrs);
    return croppedTo(tf, backend, dy, windows.outShape, (dy) =>
      makeOutput(backend, input.shape, (dx) => {
        const native = nativeOf(backend);
        windows.set(native);
        const size = tf.util.sizeFromShape(windows.inShape);
        run(
          native,
          native.address(input, size),
          native.address(dy, tf.util.sizeFromShape(windows.outShape)),
          native.address(dx, size),
        );
      }),
    );
  };

/**
 * dy goes to the first maximum of each window. The backend's own kernels (tfjs 4.22.0) lose windows
 * whose values are all negative.
 */
export const toFirstMaximum: Run = (native, x, dy, dx) => native.maxPoolGradient(x, dy, dx);

/** dy goes to the last maximum, which is the one that tfjs' cpu backend takes in volumes. */
export const toLastMaximum: Run = (native, x, dy, dx) => native.volumeMaxPoolGradient(x, dy, dx);

/**
 * dy is divided among the elements of the window that are inside the image, as the forward pass
 * divides. The backend's own kernels divide by the whole window.
 */
export const toAll: Run = (native, _x, dy, dx) => native.averagePoolGradient(dy, dx);
