import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type PoolAttrs, prepareImages, prepareVolumes } from '../../geometry/pool-geometry.ts';
import { makeOutput } from '../../native/make-output.ts';
import { type Native, nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

type Run = (native: Native, x: number, dy: number, dx: number) => void;

/** input and dx of one shape, dy with the pooled sizes instead. */
const poolGrad =
  (prepare: typeof prepareImages, run: Run): KernelMaker =>
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
    const dx = makeOutput(backend, input.shape);
    const native = nativeOf(backend);
    prepare(tf, native, input.shape, attrs as unknown as PoolAttrs);
    run(native, native.address(input), native.address(dy), native.address(dx));
    return dx;
  };

/**
 * Gradients of max pooling: dy goes to the first maximum of each window. The backend's own kernels
 * (tfjs 4.22.0) lose windows whose values are all negative.
 */
const toMaximum: Run = (native, x, dy, dx) => native.maxPoolGradient(x, dy, dx);
export const maxPoolGrad: KernelMaker = poolGrad(prepareImages, toMaximum);
export const maxPool3DGrad: KernelMaker = poolGrad(prepareVolumes, toMaximum);

/**
 * Gradients of average pooling: dy is divided among the elements of the window that are inside the
 * image, as the forward pass divides. The backend's own kernels divide by the whole window.
 */
const toAll: Run = (native, _x, dy, dx) => native.averagePoolGradient(dy, dx);
export const avgPoolGrad: KernelMaker = poolGrad(prepareImages, toAll);
export const avgPool3DGrad: KernelMaker = poolGrad(prepareVolumes, toAll);
