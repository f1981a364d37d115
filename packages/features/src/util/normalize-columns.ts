import type { Matrix } from './matrix.ts';
import { type Norm, TINY, vectorNorm } from './vector-norm.ts';

/** Divides each column by its norm, in place, where that is not tiny; librosa's `util.normalize`. */
export function normalizeColumns(matrix: Matrix, norm: Norm): Matrix {
  if (norm === null) return matrix;
  const { data, shape } = matrix;
  const [rows, columns] = shape;
  for (let t = 0; t < columns; t++) {
    const length = vectorNorm(data, norm, t, rows, columns);
    if (length < TINY) continue;
    for (let r = 0; r < rows; r++) data[r * columns + t] /= length;
  }
  return matrix;
}
