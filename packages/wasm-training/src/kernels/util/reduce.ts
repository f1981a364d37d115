import type { SumAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { reductionBlock } from '../../geometry/reduction-block.ts';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { makeOutput } from '../../native/make-output.ts';
import { nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';

/** Sums, or means, of float32 over adjacent axes; the backend's own kernel transposes first. */
export const reduce =
  ({ isMean }: { isMean: boolean }): KernelMaker =>
  ({ backend_util, util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const x = inputs.x as TensorInfo;
    const { axis, keepDims } = attrs as unknown as SumAttrs & { keepDims?: boolean };
    const axes = util.parseAxisParam(axis, x.shape);
    const block = reductionBlock(x.shape, axes);
    const isEmpty = block?.outer === 0 || block?.inner === 0;
    if (original && (!block || x.dtype !== 'float32' || isEmpty)) {
      return original(args);
    }
    const { outer, reduced, inner } = block as NonNullable<typeof block>;
    const [shape] = backend_util.computeOutAndReduceShapes(x.shape, axes);
    const outShape = keepDims ? backend_util.expandShapeToKeepDim(shape, axes) : shape;
    return makeOutput(backend, outShape, (y) => {
      const native = nativeOf(backend);
      const xAt = native.address(x, outer * reduced * inner);
      const yAt = native.address(y, outer * inner);
      // Sums and means of nothing are 0, as on tfjs' cpu backend. The backend's own kernel leaves
      // them unwritten.
      const divisor = isMean ? Math.max(reduced, 1) : 1;
      native.withScratch(inner * FLOAT_BYTES, (scratch) => {
        native.sum(xAt, yAt, outer, reduced, inner, divisor, scratch);
      });
    });
  };
