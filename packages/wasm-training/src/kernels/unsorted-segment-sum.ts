import type { TensorInfo, UnsortedSegmentSumAttrs } from '@tensorflow/tfjs-core';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * Sums of the rows that share a segment: the gradient of `gather`, and so of embeddings.
 *
 * x [rows, ...], segmentIds [rows] int32 → [numSegments, ...].
 */
export const unsortedSegmentSum: KernelMaker =
  ({ util }) =>
  ({ inputs, backend, attrs }) => {
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const count = util.sizeFromShape(segmentIds.shape);
    const innerShape = x.shape.slice(segmentIds.shape.length);
    const inner = util.sizeFromShape(innerShape);
    return makeOutput(backend, [numSegments, ...innerShape], (y) => {
      const native = nativeOf(backend);
      native.segmentSum(
        native.address(x, count * inner),
        native.address(segmentIds, count, 'int32'),
        native.address(y, numSegments * inner),
        count,
        numSegments,
        inner,
      );
    });
  };
