import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/** x and dy of one shape → dx of that shape. */
const elementwiseGrad =
  (run: (native: Native, x: number, dy: number, dx: number, size: number) => void): KernelMaker =>
  ({ util }) =>
  ({ inputs, backend }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const dx = makeOutput(backend, x.shape);
    const native = nativeOf(backend);
    const size = util.sizeFromShape(x.shape);
    run(native, native.address(x), native.address(dy), native.address(dx), size);
    return dx;
  };

/** The kernel `SerReluGrad`. */
export const reluGrad: KernelMaker = elementwiseGrad((native, x, dy, dx, size) =>
  native.reluGradient(x, dy, dx, size),
);

/** The kernel `SerSquareGrad`. */
export const squareGrad: KernelMaker = elementwiseGrad((native, x, dy, dx, size) =>
  native.squareGradient(x, dy, dx, size),
);
