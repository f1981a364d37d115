/**
 * The least that a probability counts for, the smallest normal float32. A softmax of far logits
 * gives 0, which alone would rule a class out whatever the other versions say.
 */
const LEAST = 2 ** -126;

/**
 * Normalised geometric means of rows of probabilities, of several rows each.
 *
 * @param scores Row-major `[rows, classes]`; with one class, its probability beside that of none.
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
    const rows = scores.subarray(row * classes, (row + count) * classes);
    means.set(count === 1 ? rows : geometricMean(rows, classes), i * classes);
    row += count;
  });
  return means;
}

function geometricMean(rows: Float32Array, classes: number): number[] {
  const count = rows.length / classes;
  const meanLog = (of: (row: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += Math.log(Math.max(of(i), LEAST));
    return sum / count;
  };
  const logs = Array.from({ length: classes }, (_, j) => meanLog((i) => rows[i * classes + j]));
  if (classes === 1) logs.push(meanLog((i) => 1 - rows[i]));
  const greatest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - greatest));
  const sum = weights.reduce((a, b) => a + b);
  return weights.slice(0, classes).map((weight) => weight / sum);
}
