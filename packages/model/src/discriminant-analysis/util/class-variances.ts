import { type Examples, readBlocks } from '../../util/examples.ts';
import type { ClassMeans } from './class-means.ts';
import { PASS_COST, type Pace } from './pace.ts';

/**
 * Population variance of each feature in each class, row-major `[classes, features]`, added in
 * doubles and in the order of the rows.
 */
export async function classVariances(
  examples: Examples,
  y: ArrayLike<number>,
  { counts, means }: ClassMeans,
  features: number,
  pace: Pace,
): Promise<Float64Array> {
  const variances = new Float64Array(means.length);
  for await (const { x, first, count } of readBlocks(examples, y.length)) {
    for (let i = 0; i < count; i++) {
      const to = y[first + i] * features;
      const from = i * features;
      for (let j = 0; j < features; j++) {
        const deviation = x[from + j] - means[to + j];
        variances[to + j] += deviation * deviation;
      }
      await pace.spend(PASS_COST * features);
    }
  }
  counts.forEach((count, c) => {
    for (let j = c * features; j < (c + 1) * features; j++) variances[j] /= count;
  });
  return variances;
}
