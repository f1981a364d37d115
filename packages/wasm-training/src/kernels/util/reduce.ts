import type { SumAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { reductionBlock } from '../../geometry/reduction-block.ts';
import { FLOAT_BYTES } from '../../native/float-bytes.ts';
import { makeOutput, type NumericType } from '../../native/make-output.ts';
import { nativeOf } from '../../native/native.ts';
import type { KernelMaker } from '../kernel-maker.ts';
import { fillWithZeros } from './fill-with-zeros.ts';

/**
 * Sums, or means, of float32 over adjacent axes, and those of nothing; the backend's own kernel
 * transposes the former first, and leaves the latter unwritten.
 */
export const reduce =
  ({ isMean }: { isMean: boolean }): KernelMaker =>
  ({ backend_util, util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const x = inputs.x as TensorInfo;
    const { axis, keepDims } = attrs as unknown as SumAttrs & { keepDims?: boolean };
    const axes = util.parseAxisParam(axis, x.shape);
    const [shape] = backend_util.computeOutAndReduceShapes(x.shape, axes);
    const outShape = keepDims ? backend_util.expandShapeToKeepDim(shape, axes) : shape;
    if (util.sizeFromShape(x.shape) === 0) {
      // 0, as on tfjs' cpu backend.
      const dtype = isMean ? 'float32' : (x.dtype as NumericType);
      return makeOutput(backend, outShape, (y) => fillWithZeros(backend, y), dtype);
    }
    const block = reductionBlock(x.shape, axes);
    if (original && (!block || x.dtype !== 'float32')) return original(args);

    const { outer, reduced, inner } = block as NonNullable<typeof block>;
    return makeOutput(backend, outShape, (y) => {
      const native = nativeOf(backend);
      const xAt = native.address(x, outer * reduced * inner);
      const yAt = native.address(y, outer * inner);
      native.withScratch(inner * FLOAT_BYTES, (scratch) => {
        native.sum(xAt, yAt, outer, reduced, inner, isMean ? reduced : 1, scratch);
      });
    });
  };
