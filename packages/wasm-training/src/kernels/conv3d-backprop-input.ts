import type {
  backend_util,
  Conv3DBackpropFilterV2Attrs,
  Conv3DBackpropInputV2Attrs,
  TensorInfo,
} from '@tensorflow/tfjs-core';
import { prepareVolumeWindows } from '../geometry/pool-geometry.ts';
import { makeOutput } from '../native/make-output.ts';
import { type Native, nativeOf } from '../native/native.ts';
import type { Tf } from '../tfjs.ts';
import type { KernelMaker } from './kernel-maker.ts';

type Volumes = [number, number, number, number, number];

/** Tells the module of a convolution of volumes, which tfjs differentiates without dilation alone. */
function prepare(
  { backend_util }: Tf,
  native: Native,
  inputShape: number[],
  filterShape: number[],
  { strides, pad }: Pick<Conv3DBackpropInputV2Attrs, 'strides' | 'pad'>,
): void {
  const info: backend_util.Conv3DInfo = backend_util.computeConv3DInfo(
    inputShape as Volumes,
    filterShape as Volumes,
    strides,
    1,
    pad,
  );
  prepareVolumeWindows(native, info);
}

/**
 * Gradient of a convolution of volumes with respect to its filter. The backend's own kernel
 * (tfjs 4.22.0) is wrong for strides above 1.
 *
 * x [batch, depth, height, width, in], dy [batch, depth, height, width, out] →
 * [depth, height, width, in, out].
 */
export const conv3DBackpropFilter: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { filterShape, ...rest } = attrs as unknown as Conv3DBackpropFilterV2Attrs;
    const dw = makeOutput(backend, filterShape);
    const native = nativeOf(backend);
    prepare(tf, native, x.shape, filterShape, rest);
    native.volumeFilterGradient(native.address(x), native.address(dy), native.address(dw));
    return dw;
  };

/**
 * Gradient of a convolution of volumes with respect to its input, and the forward pass of a transposed
 * one. The backend's own kernel (tfjs 4.22.0) is wrong.
 *
 * dy [batch, depth, height, width, out], filter [depth, height, width, in, out] →
 * [batch, depth, height, width, in].
 */
export const conv3DBackpropInput: KernelMaker =
  (tf) =>
  ({ inputs, backend, attrs }) => {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { inputShape, ...rest } = attrs as unknown as Conv3DBackpropInputV2Attrs;
    const dx = makeOutput(backend, inputShape);
    const native = nativeOf(backend);
    prepare(tf, native, inputShape, filter.shape, rest);
    native.volumeInputGradient(native.address(dy), native.address(filter), native.address(dx));
    return dx;
  };
