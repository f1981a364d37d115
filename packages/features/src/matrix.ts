import { allFinite } from './check.ts';
import { FeatureError } from './feature-error.ts';

/**
 * A two-dimensional array, row-major: element (r, c) is `data[r * shape[1] + c]`.
 *
 * The orientation is librosa's: a row is a frequency bin, band or coefficient, a column is a frame.
 */
export interface Matrix {
  readonly data: Float32Array;
  readonly shape: readonly [rows: number, columns: number];
}

/** A complex matrix with its real and imaginary parts apart, each laid out as in {@link Matrix}. */
export interface ComplexMatrix {
  readonly real: Float32Array;
  readonly imag: Float32Array;
  readonly shape: readonly [rows: number, columns: number];
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { data: new Float32Array(rows * columns), shape: [rows, columns] };
}

/** Columns become rows. */
export function transpose({ data, shape: [rows, columns] }: Matrix): Matrix {
  const result = zeros(columns, rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) result.data[c * rows + r] = data[r * columns + c];
  }
  return result;
}

/** Throws unless the matrix has cells, its shape fits its data, and all of them are finite. */
export function checkMatrix(where: string, { data, shape }: Matrix): void {
  if (shape[0] < 1 || shape[1] < 1 || data.length !== shape[0] * shape[1]) {
    const text = `${where}: a matrix of shape [${shape}] cannot hold ${data.length} values`;
    throw new FeatureError('invalid-argument', text);
  }
  if (allFinite(data)) return;
  const bad = data.findIndex((value) => !Number.isFinite(value));
  const text = `${where}: the matrix must be finite, got ${data[bad]} at index ${bad}`;
  throw new FeatureError('invalid-audio', text);
}
