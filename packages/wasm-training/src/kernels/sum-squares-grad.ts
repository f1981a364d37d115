import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import type { SumSquaresAttrs } from './sum-squares.ts';

/** The kernel `SerSumSquaresGrad`: x and the one number dy → dx of `SerSumSquares`. */
export const sumSquaresGrad: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { factor } = attrs as unknown as SumSquaresAttrs;
    return makeOutput(backend, x.shape, (dx) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      const [xAt, dxAt] = [native.address(x, size), native.address(dx, size)];
      native.sumSquaresGradient(xAt, native.address(dy, 1), dxAt, size, factor);
    });
  };
