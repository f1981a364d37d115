import { geometricMean } from '../../util/geometric-mean.ts';

/**
 * Normalised geometric means of rows of probabilities, of several rows each.
 *
 * @param scores Row-major `[rows, classes]`.
 * @param counts How many of the rows, one after the other, each mean is of. One row stays as it is.
 * @returns Row-major `[counts.length, classes]`.
 */
export function geometricMeans(
  scores: Float32Array,
  classes: number,
  counts: readonly number[],
): Float32Array {
  const means = new Float32Array(counts.length * classes);
  let row = 0;
  counts.forEach((count, i) => {
    const rows = Array.from({ length: count }, (_, k) =>
      scores.subarray((row + k) * classes, (row + k + 1) * classes),
    );
    const weights = rows.map(() => 1 / count);
    means.set(count === 1 ? rows[0] : geometricMean(rows, weights), i * classes);
    row += count;
  });
  return means;
}
