import type { BatchMatMulAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { makeOutput, type NumericType } from '../../native/make-output.ts';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { Tf } from '../../tfjs.ts';
import { WasmTrainingError } from '../../wasm-training-error.ts';

/**
 * A·B of int32 or bool, over batches that broadcast, as tfjs' cpu backend has it: exact, and cut to
 * the bits of the type. A plain loop, since such products are small: confusion matrices and masks.
 *
 * @throws {WasmTrainingError} `bad-argument` when the inner sizes differ.
 */
export function integerProduct(
  { broadcast_util, util }: Tf,
  backend: object,
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: BatchMatMulAttrs,
): TensorInfo {
  const [aRows, aColumns] = a.shape.slice(-2);
  const [bRows, bColumns] = b.shape.slice(-2);
  const [m, depth] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [bDepth, n] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (depth !== bDepth) {
    throw new WasmTrainingError(
      'bad-argument',
      `matMul: the inner sizes of [${a.shape}] and [${b.shape}] must be one, with ` +
        `transposeA ${transposeA} and transposeB ${transposeB}, got ${depth} and ${bDepth}`,
    );
  }
  const [aBatch, bBatch] = [a, b].map(({ shape }) => shape.slice(0, -2));
  const batch = broadcast_util.assertAndGetBroadcastShape(aBatch, bBatch);
  const [aStep, aPitch] = transposeA ? [m, 1] : [1, depth];
  const [bStep, bPitch] = transposeB ? [1, depth] : [n, 1];
  return makeOutput(
    backend,
    [...batch, m, n],
    (c) => {
      const [aValues, bValues, cValues] = [a, b, c].map((tensor) =>
        (backend as WasmBackend).typedArrayFromHeap(tensor),
      );
      for (let i = 0; i < util.sizeFromShape(batch); i++) {
        const aFirst = matrixOf(i, batch, aBatch) * m * depth;
        const bFirst = matrixOf(i, batch, bBatch) * depth * n;
        for (let row = 0; row < m; row++) {
          for (let column = 0; column < n; column++) {
            let sum = 0;
            for (let k = 0; k < depth; k++) {
              sum +=
                aValues[aFirst + row * aPitch + k * aStep] *
                bValues[bFirst + column * bPitch + k * bStep];
            }
            cValues[(i * m + row) * n + column] = sum;
          }
        }
      }
    },
    a.dtype as NumericType,
  );
}

/** The matrix of an operand that matrix `index` of the output is made of. */
function matrixOf(index: number, batch: number[], own: number[]): number {
  let matrix = 0;
  let stride = 1;
  for (let axis = batch.length - 1; axis >= 0; axis--) {
    const size = own[axis - batch.length + own.length] ?? 1;
    if (size > 1) matrix += (index % batch[axis]) * stride;
    stride *= size;
    index = Math.floor(index / batch[axis]);
  }
  return matrix;
}
