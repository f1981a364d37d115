import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { ReductionBlock } from '../geometry/reduction-block.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/** Attributes of the kernel `SerSpread`. */
export interface SpreadAttrs extends ReductionBlock {
  shape: number[];
  divisor: number;
}

/** The gradient of a sum: x [outer, inner] → x / divisor as [outer, reduced, inner], in `shape`. */
export const spread: KernelMaker =
  () =>
  ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo;
    const { shape, outer, reduced, inner, divisor } = attrs as unknown as SpreadAttrs;
    return makeOutput(backend, shape, (y) => {
      const native = nativeOf(backend);
      native.spread(
        native.address(x, outer * inner),
        native.address(y, outer * reduced * inner),
        outer,
        reduced,
        inner,
        divisor,
      );
    });
  };
