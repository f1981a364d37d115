import { type Matrix, zeros } from '../../util/matrix.ts';

/** The frames that centred features of `length` samples have; more of them are left out. */
export function firstFrames(matrix: Matrix, length: number, hopLength: number): Matrix {
  const [rows, columns] = matrix.shape;
  const frames = Math.min(columns, 1 + Math.floor(length / hopLength));
  if (frames === columns) return matrix;
  const result = zeros(rows, frames);
  for (let r = 0; r < rows; r++) {
    const start = r * columns;
    result.data.set(matrix.data.subarray(start, start + frames), r * frames);
  }
  return result;
}
