import { ModelError } from '../model-error.ts';
import { checkFloats } from '../util/check-floats.ts';
import { checkList } from '../util/check-list.ts';
import { checkInteger } from '../util/check-numbers.ts';

/**
 * Copies the rows at `indices`, each `size` values long, into one array.
 *
 * @param x Row-major `[rows, size]`.
 * @returns Row-major `[indices, size]`.
 * @throws {ModelError} `bad-argument`, also for an index outside of `x`.
 */
export function takeRows(x: Float32Array, size: number, indices: ArrayLike<number>): Float32Array {
  checkFloats('takeRows', 'x', x);
  checkInteger('takeRows', 'size', size, 1);
  checkList('takeRows', 'indices', indices);
  const rows = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++) {
    if (!(Number.isInteger(indices[i]) && indices[i] >= 0 && (indices[i] + 1) * size <= x.length)) {
      throw new ModelError(
        'bad-argument',
        `takeRows: \`indices[${i}]\` must be in [0, ${x.length / size}), got ${indices[i]}`,
      );
    }
    rows.set(x.subarray(indices[i] * size, (indices[i] + 1) * size), i * size);
  }
  return rows;
}
