import type { TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Attributes of the kernel `SerSumSquares`, and of its gradient. */
export interface SumSquaresAttrs {
  factor: number;
}

/** The kernel `SerSumSquares`: x → Σ factor·x², one number. */
export const sumSquares: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo;
    const { factor } = attrs as unknown as SumSquaresAttrs;
    return makeOutput(backend, [], (y) => {
      const native = nativeOf(backend);
      const size = util.sizeFromShape(x.shape);
      native.sumSquares(native.address(x, size), native.address(y, 1), size, factor);
    });
  };
