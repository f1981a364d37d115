/**
 * The least that a probability counts for, the smallest normal float32. A softmax of far logits
 * gives 0, which alone would rule a class out whatever the other rows say.
 */
const LEAST = 2 ** -126;

/**
 * The normalised geometric mean of rows of probabilities.
 *
 * @param rows Each `[classes]`; with one class, its probability beside that of none.
 * @param weights Of each row; they add up to 1.
 * @returns `[classes]`.
 */
export function geometricMean(rows: readonly Float32Array[], weights: readonly number[]): number[] {
  const classes = rows[0].length;
  const meanLog = (of: (row: Float32Array) => number): number =>
    rows.reduce((sum, row, i) => sum + weights[i] * Math.log(Math.max(of(row), LEAST)), 0);
  const logs = Array.from({ length: classes }, (_, j) => meanLog((row) => row[j]));
  if (classes === 1) logs.push(meanLog(([probability]) => 1 - probability));
  const greatest = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - greatest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.slice(0, classes).map((power) => power / sum);
}
