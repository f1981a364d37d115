import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/** A gradient that is computed element by element: x and dy of one shape → dx of that shape. */
export const elementwiseGrad =
  (run: (native: Native, x: number, dy: number, dx: number, size: number) => void): KernelMaker =>
  ({ util }) =>
  ({ inputs, backend }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const size = util.sizeFromShape(x.shape);
    return makeOutput(backend, x.shape, (dx) => {
      const native = nativeOf(backend);
      const [xAt, dyAt, dxAt] = [x, dy, dx].map((tensor) => native.address(tensor, size));
      run(native, xAt, dyAt, dxAt, size);
    });
  };
