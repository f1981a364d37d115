import type { BatchMatMulAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';

/**
 * Products with one transposed operand, as the gradients of dense layers need them: Aᵀ·B and A·Bᵀ.
 * All others go to the backend's own kernel, which takes XNNPACK for A·B.
 */
export const batchMatMul: KernelMaker =
  ({ util }, original) =>
  (args) => {
    const { inputs, backend, attrs } = args;
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = attrs as unknown as BatchMatMulAttrs;
    const batchShape = a.shape.slice(0, -2);
    const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
    const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
    const depth = transposeA ? aRows : aColumns;
    const isOurs =
      transposeA !== transposeB &&
      depth === (transposeB ? bColumns : bRows) &&
      depth > 0 &&
      a.dtype === 'float32' &&
      b.dtype === 'float32' &&
      util.arraysEqual(batchShape, b.shape.slice(0, -2));
    if (original && !isOurs) return original(args);

    const m = transposeA ? aColumns : aRows;
    const n = transposeB ? bRows : bColumns;
    const c = makeOutput(backend, [...batchShape, m, n]);
    const native = nativeOf(backend);
    const multiply = transposeA ? native.multiplyTransposedA : native.multiplyTransposedB;
    const scratchBytes = transposeA
      ? native.multiplyTransposedAScratch(m, n)
      : native.multiplyTransposedBScratch(m, n, depth);
    native.withScratch(scratchBytes, (scratch) => {
      const [aAt, bAt, cAt] = [native.address(a), native.address(b), native.address(c)];
      for (let i = 0; i < util.sizeFromShape(batchShape); i++) {
        const aMatrix = aAt + i * m * depth * FLOAT_BYTES;
        const bMatrix = bAt + i * n * depth * FLOAT_BYTES;
        multiply(aMatrix, bMatrix, cAt + i * m * n * FLOAT_BYTES, m, n, depth, scratch);
      }
    });
    return c;
  };
