import type { MaxPoolGradAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { geometryOf } from '../convolution-geometry.ts';
import { type Native, nativeOf } from '../native.ts';
import type { KernelMaker, WasmBackend } from '../tfjs.ts';

type Run = (native: Native, x: number, dy: number, dx: number) => void;

/** input and dx [batch, height, width, channels], dy the same with pooled height and width. */
const poolGrad =
  (run: Run): KernelMaker =>
  ({ backend_util }) =>
  ({ inputs, backend, attrs }) => {
    const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as MaxPoolGradAttrs;
    const shape = input.shape as [number, number, number, number];
    const info = backend_util.computePool2DInfo(
      shape,
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const dx = (backend as WasmBackend).makeOutput(input.shape, 'float32');
    const native = nativeOf(backend);
    native.setGeometry(...geometryOf(info));
    run(native, native.address(input), native.address(dy), native.address(dx));
    return dx;
  };

/**
 * Gradient of max pooling: dy goes to the first maximum of each window. The backend's own kernel
 * (tfjs 4.22.0) loses the windows whose values are all negative.
 */
export const maxPoolGrad: KernelMaker = poolGrad((native, x, dy, dx) =>
  native.maxPoolGradient(x, dy, dx),
);

/**
 * Gradient of average pooling: dy is divided among the elements of the window that are inside the
 * image, as the forward pass divides. The backend's own kernel divides by the whole window.
 */
export const avgPoolGrad: KernelMaker = poolGrad((native, _x, dy, dx) =>
  native.averagePoolGradient(dy, dx),
);
