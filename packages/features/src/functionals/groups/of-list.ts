/** The mean of a list. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** The mean magnitude of a list. */
export function meanMagnitudeOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum / values.length;
}

/** The standard deviation of a list, of the population. */
export function deviationOf(values: ArrayLike<number>): number {
  const centre = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) * (values[i] - centre);
  return Math.sqrt(sum / values.length);
}

/** The greatest value of a list of any length, which `Math.max` cannot take. */
export const greatestOf = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b));
