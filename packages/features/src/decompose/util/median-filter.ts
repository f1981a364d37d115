import { runningMedian } from '../../kernels/running-median.ts';
import { floatBits } from '../../util/float-bits.ts';
import type { Matrix } from '../../util/matrix.ts';
import { padSource } from '../../util/pad-source.ts';

/**
 * The median of each value and its neighbours in its row or its column; scipy's
 * `ndimage.median_filter` with the mode `reflect`, which repeats the last value (numpy's
 * `symmetric`).
 *
 * @param matrix Finite, and nowhere negative.
 * @param size How many values of the row or column; of an even number one more lies before.
 */
export function medianFilter(
  { data, shape: [rows, columns] }: Matrix,
  size: number,
  along: 'rows' | 'columns',
): Float32Array {
  const [lines, count] = along === 'rows' ? [rows, columns] : [columns, rows];
  const [pitch, stride] = along === 'rows' ? [columns, 1] : [1, columns];
  const before = size >> 1;
  const source = padSource('symmetric', count);
  const padded = count + size - 1;
  const offsets = Int32Array.from({ length: padded }, (_, i) => {
    const index = i - before;
    return stride * (index >= 0 && index < count ? index : source(index));
  });
  const values = floatBits(data);
  const result = new Float32Array(data.length);
  const out = floatBits(result);
  const line = new Int32Array(padded);
  for (let l = 0; l < lines; l++) {
    const start = l * pitch;
    for (let i = 0; i < padded; i++) line[i] = values[start + offsets[i]];
    runningMedian(line, size, count, out, start, stride);
  }
  return result;
}
