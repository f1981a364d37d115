import { type Examples, readBlocks } from '../../util/examples.ts';
import { PASS_COST, type Pace } from './pace.ts';

/** How many rows each class has, and their mean. */
export interface ClassMeans {
  counts: number[];
  /** Row-major `[classes, features]`. */
  means: Float64Array;
}

/** Means of the rows of each class, added in doubles and in the order of the rows. */
export async function classMeans(
  examples: Examples,
  y: ArrayLike<number>,
  { features, classes }: { features: number; classes: number },
  pace: Pace,
): Promise<ClassMeans> {
  const counts = new Array<number>(classes).fill(0);
  const means = new Float64Array(classes * features);
  for await (const { x, first, count } of readBlocks(examples, y.length)) {
    for (let i = 0; i < count; i++) {
      const label = y[first + i];
      const to = label * features;
      const from = i * features;
      counts[label]++;
      for (let j = 0; j < features; j++) means[to + j] += x[from + j];
      await pace.spend(PASS_COST * features);
    }
  }
  for (let c = 0; c < classes; c++) {
    for (let j = c * features; j < (c + 1) * features; j++) means[j] /= counts[c];
  }
  return { counts, means };
}
