/** A stand-in: the root of the mean square of standardised values. */
export function familiarityDistance(standardized: Float32Array): number {
  let sum = 0;
  for (const value of standardized) sum += value * value;
  return Math.sqrt(sum / standardized.length);
}

/** A stand-in: the 99th percentile. */
export function familiarityThreshold(distances: readonly number[]): number {
  const sorted = [...distances].sort((a, b) => a - b);
  return sorted[Math.floor(0.99 * (sorted.length - 1))];
}
