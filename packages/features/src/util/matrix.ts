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
