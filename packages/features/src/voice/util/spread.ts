/** The mean of some values, NaN of none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The standard deviation of a population of which these are some; NaN of fewer than two. */
export function deviationOf(values: Float64Array): number {
  if (values.length < 2) return Number.NaN;
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** The middle of some values, the mean of both where there are two; NaN of none. */
export function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const { length } = sorted;
  return 0.5 * (sorted[Math.floor((length - 1) / 2)] + sorted[Math.floor(length / 2)]);
}
