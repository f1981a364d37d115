import { FeatureError } from '../feature-error.ts';
import { allFinite } from './all-finite.ts';
import { badArgument, isFloats } from './checks.ts';
import type { ComplexMatrix, Matrix } from './matrix.ts';

/** Throws unless the matrix has cells and its shape fits its data. */
export function checkCells(caller: string, name: string, matrix: Matrix): void {
  const { data, shape } = matrix ?? {};
  if (!isFloats(data) || !Array.isArray(shape)) {
    const got = data === undefined ? matrix : data;
    const expected = 'floats or { data: Float32Array, shape: [rows, columns] }';
    throw badArgument(caller, name, expected, got);
  }
  checkShape(caller, name, shape, data.length);
}

/** Throws unless the matrix has cells, its shape fits its data, and all of them are finite. */
export function checkMatrix(caller: string, name: string, matrix: Matrix): void {
  checkCells(caller, name, matrix);
  const { data } = matrix;
  if (allFinite(data)) return;
  const bad = data.findIndex((value) => !Number.isFinite(value));
  const text = `${caller}: \`${name}\` must be finite, got ${data[bad]} at index ${bad}`;
  throw new FeatureError('bad-audio', text);
}

/** Throws unless the matrix has cells and its shape fits both of its parts. */
export function checkComplexMatrix(caller: string, name: string, matrix: ComplexMatrix): void {
  const { real, imag, shape } = matrix ?? {};
  if (!isFloats(real) || !isFloats(imag) || !Array.isArray(shape)) {
    const expected = '{ real: Float32Array, imag: Float32Array, shape: [rows, columns] }';
    throw badArgument(caller, name, expected, matrix);
  }
  checkShape(caller, name, shape, real.length);
  checkShape(caller, name, shape, imag.length);
}

function checkShape(
  caller: string,
  name: string,
  [rows, columns]: readonly number[],
  length: number,
): void {
  if (rows >= 1 && columns >= 1 && rows * columns === length) return;
  const shape = `a matrix of shape [${rows},${columns}] cannot hold ${length} values`;
  throw new FeatureError('bad-argument', `${caller}: \`${name}\`: ${shape}`);
}
