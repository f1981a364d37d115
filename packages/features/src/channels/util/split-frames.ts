import { type Matrix, zeros } from '../../util/matrix.ts';

/** The frames of a matrix in equal parts, one after the other. */
export function splitFrames({ data, shape: [rows, frames] }: Matrix, parts: number): Matrix[] {
  const each = frames / parts;
  return Array.from({ length: parts }, (_, part) => {
    const result = zeros(rows, each);
    for (let r = 0; r < rows; r++) {
      const from = r * frames + part * each;
      result.data.set(data.subarray(from, from + each), r * each);
    }
    return result;
  });
}
