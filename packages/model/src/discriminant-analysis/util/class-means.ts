import { PASS_COST, type Pace } from './pace.ts';

/** How many rows each class has, and their mean. */
export interface ClassMeans {
  counts: number[];
  /** Row-major `[classes, features]`. */
  means: Float64Array;
}

/** Means of the rows of each class, added in doubles and in the order of the rows. */
export async function classMeans(
  x: Float32Array,
  y: ArrayLike<number>,
  { features, classes }: { features: number; classes: number },
  pace: Pace,
): Promise<ClassMeans> {
  const counts = new Array<number>(classes).fill(0);
  const means = new Float64Array(classes * features);
  for (let i = 0; i < y.length; i++) {
    const to = y[i] * features;
    const from = i * features;
    counts[y[i]]++;
    for (let j = 0; j < features; j++) means[to + j] += x[from + j];
    await pace.spend(PASS_COST * features);
  }
  for (let c = 0; c < classes; c++) {
    for (let j = c * features; j < (c + 1) * features; j++) means[j] /= counts[c];
  }
  return { counts, means };
}
