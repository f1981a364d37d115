import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ReductionBlock } from '../geometry/reduction-block.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * The kernel `SerExtremeGrad`: x [outer, reduced, inner], y (its maxima or minima) and dy
 * [outer, inner] → dx.
 */
export const extremeGrad: KernelMaker =
  () =>
  ({ inputs, backend, attrs }) => {
    const { x, y, dy } = inputs as { x: TensorInfo; y: TensorInfo; dy: TensorInfo };
    const { outer, reduced, inner } = attrs as unknown as ReductionBlock;
    return makeOutput(backend, x.shape, (dx) => {
      const native = nativeOf(backend);
      const [all, kept] = [outer * reduced * inner, outer * inner];
      native.extremeGradient(
        native.address(x, all),
        native.address(y, kept),
        native.address(dy, kept),
        native.address(dx, all),
        outer,
        reduced,
        inner,
      );
    });
  };
