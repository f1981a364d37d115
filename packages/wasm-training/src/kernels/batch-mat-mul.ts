import type { BatchMatMulAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { KernelMaker } from './kernel-maker.ts';
import { fillWithZeros } from './util/fill-with-zeros.ts';
import { integerProduct } from './util/integer-product.ts';

/** Rows up to which packing the other operand takes longer than the product. */
const FEW_ROWS = 3;

/**
 * Products with one transposed operand, as the gradients of dense layers need them: Aᵀ·B and A·Bᵀ,
 * those of few rows, as attention has them, products of whole numbers, which the backend refuses, and products of nothing, which it leaves
 * unwritten. All others go to the backend's own kernel, which takes XNNPACK for A·B.
 */
export const batchMatMul: KernelMaker = (tf, original) => (args) => {
  const { util } = tf;
  const { inputs, backend, attrs } = args;
  const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
  const { transposeA, transposeB } = attrs as unknown as BatchMatMulAttrs;
  if (a.dtype === b.dtype && (a.dtype === 'int32' || a.dtype === 'bool')) {
    return integerProduct(tf, backend, a, b, { transposeA, transposeB });
  }
  const batchShape = a.shape.slice(0, -2);
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
  const depth = transposeA ? aRows : aColumns;
  const m = transposeA ? aColumns : aRows;
  const n = transposeB ? bRows : bColumns;
  const isEmpty = [a, b].some(({ shape }) => util.sizeFromShape(shape) === 0);
  if (isEmpty && depth === (transposeB ? bColumns : bRows)) {
    const batch = tf.broadcast_util.assertAndGetBroadcastShape(batchShape, b.shape.slice(0, -2));
    return makeOutput(backend, [...batch, m, n], (c) => fillWithZeros(backend, c));
  }
  const isOfFewRows = !transposeA && m <= FEW_ROWS;
  const isOurs =
    (transposeA !== transposeB || isOfFewRows) &&
    depth === (transposeB ? bColumns : bRows) &&
    a.dtype === 'float32' &&
    b.dtype === 'float32' &&
    util.arraysEqual(batchShape, b.shape.slice(0, -2));
  if (original && !isOurs) return original(args);

  return makeOutput(backend, [...batchShape, m, n], (c) => {
    const native = nativeOf(backend);
    const matrices = util.sizeFromShape(batchShape);
    const aAt = native.address(a, matrices * m * depth);
    const bAt = native.address(b, matrices * n * depth);
    const cAt = native.address(c, matrices * m * n);
    /** Multiplies all matrices. */
    const each = (multiply: (a: number, b: number, c: number) => void): void => {
      for (let i = 0; i < matrices; i++) {
        const aMatrix = aAt + i * m * depth * FLOAT_BYTES;
        const bMatrix = bAt + i * n * depth * FLOAT_BYTES;
        multiply(aMatrix, bMatrix, cAt + i * m * n * FLOAT_BYTES);
      }
    };
    if (isOfFewRows) {
      const multiply = transposeB ? native.multiplyFewRowsByTransposed : native.multiplyFewRows;
      each((a, b, c) => multiply(a, b, c, m, n, depth));
      return;
    }
    const multiply = transposeA ? native.multiplyTransposedA : native.multiplyTransposedB;
    const scratchBytes = transposeA
      ? native.multiplyTransposedAScratch(m, n)
      : native.multiplyTransposedBScratch(m, n, depth);
    native.withScratch(scratchBytes, (scratch) => {
      each((a, b, c) => multiply(a, b, c, m, n, depth, scratch));
    });
  });
};
