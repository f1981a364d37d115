/** The mean of values, and their deviation over it. */
export interface Moments {
  readonly amean: number;
  readonly stddevNorm: number;
}

/** Of no values both are 0, as is the deviation over a mean of 0. */
export function momentsOf(values: Float32Array): Moments {
  const amean = mean(values);
  return { amean, stddevNorm: amean === 0 ? 0 : deviation(values, amean) / amean };
}

/** The mean; 0 of no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length === 0 ? 0 : sum / values.length;
}

/** The deviation of the population; 0 of no values. */
export function deviation(values: ArrayLike<number>, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - mean) ** 2;
  return values.length === 0 ? 0 : Math.sqrt(sum / values.length);
}
