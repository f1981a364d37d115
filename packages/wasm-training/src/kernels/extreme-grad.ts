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
    const dx = makeOutput(backend, x.shape);
    const native = nativeOf(backend);
    const [xAt, yAt, dyAt, dxAt] = [x, y, dy, dx].map(native.address);
    native.extremeGradient(xAt, yAt, dyAt, dxAt, outer, reduced, inner);
    return dx;
  };
