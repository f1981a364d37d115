import { FeatureError } from '../feature-error.ts';
import { allFinite } from './all-finite.ts';
import { badArgument, isFloats } from './check.ts';

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

/** Throws unless the matrix has cells and its shape fits its data. */
export function checkCells(caller: string, matrix: Matrix): void {
  const { data, shape } = matrix ?? {};
  if (!isFloats(data) || !Array.isArray(shape)) {
    const got = data === undefined ? matrix : data;
    throw badArgument(
      caller,
      'input',
      'floats or { data: Float32Array, shape: [rows, columns] }',
      got,
    );
  }
  checkShape(caller, shape, data.length);
}

/** Throws unless the matrix has cells, its shape fits its data, and all of them are finite. */
export function checkMatrix(caller: string, matrix: Matrix): void {
  checkCells(caller, matrix);
  const { data } = matrix;
  if (allFinite(data)) return;
  const bad = data.findIndex((value) => !Number.isFinite(value));
  const text = `${caller}: the matrix must be finite, got ${data[bad]} at index ${bad}`;
  throw new FeatureError('bad-audio', text);
}

/** Throws unless the matrix has cells and its shape fits both of its parts. */
export function checkComplexMatrix(caller: string, matrix: ComplexMatrix): void {
  const { real, imag, shape } = matrix ?? {};
  if (!isFloats(real) || !isFloats(imag) || !Array.isArray(shape)) {
    const expected = '{ real: Float32Array, imag: Float32Array, shape: [rows, columns] }';
    throw badArgument(caller, 'spectrum', expected, matrix);
  }
  checkShape(caller, shape, real.length);
  checkShape(caller, shape, imag.length);
}

function checkShape(caller: string, [rows, columns]: readonly number[], length: number): void {
  if (rows >= 1 && columns >= 1 && rows * columns === length) return;
  const text = `${caller}: a matrix of shape [${rows},${columns}] cannot hold ${length} values`;
  throw new FeatureError('bad-argument', text);
}
