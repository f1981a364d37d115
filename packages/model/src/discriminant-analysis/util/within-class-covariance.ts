import { type Examples, readBlocks } from '../../util/examples.ts';
import type { ClassMeans } from './class-means.ts';
import { classVariances } from './class-variances.ts';
import { ledoitWolfShrinkage } from './ledoit-wolf.ts';
import type { Pace } from './pace.ts';

/**
 * The covariance inside of classes as what it is made of: `Σ weight · d dᵀ + diag(ridge)`, where
 * the `d` are rows minus the mean of their class.
 */
export interface WithinClassCovariance {
  /** The weight of a row of each class. */
  weights: Float64Array;
  /** Shape `[features]`. */
  ridge: Float64Array;
  /** The diagonal of the whole, `[features]`. */
  diagonal: Float64Array;
}

/** What `withinClassCovariance` is asked for. */
interface CovarianceOptions {
  features: number;
  shrinkage: number | 'auto' | null;
  /** Told the share of the work of `'auto'` that is done, after each task of it. */
  onProgress?: (share: number) => void;
}

/**
 * The covariance that scikit-learn's `LinearDiscriminantAnalysis` uses: the mean of the covariances
 * of the classes, weighted by the priors, each shrunk towards its mean variance. `'auto'` shrinks
 * each class by Ledoit and Wolf's share of its standardised rows, for which the rows of one class
 * after the other are copied as doubles.
 */
export async function withinClassCovariance(
  examples: Examples,
  y: ArrayLike<number>,
  groups: ClassMeans,
  priors: ArrayLike<number>,
  { features, shrinkage, onProgress }: CovarianceOptions,
  pace: Pace,
): Promise<WithinClassCovariance> {
  const { counts } = groups;
  const variances = await classVariances(examples, y, groups, features, pace);
  const weights = new Float64Array(counts.length);
  const ridge = new Float64Array(features);
  const diagonal = new Float64Array(features);
  const work = pairsOf(counts);
  let done = 0;
  for (let c = 0; c < counts.length; c++) {
    const variance = variances.subarray(c * features, (c + 1) * features);
    const scale =
      shrinkage === 'auto' ? variance.map((v) => (v === 0 ? 1 : Math.sqrt(v))) : undefined;
    const share =
      scale === undefined
        ? ((shrinkage ?? 0) as number)
        : await ledoitWolfShrinkage(
            await standardised(examples, y, c, groups, scale),
            features,
            pace,
            (part) => onProgress?.((done + part * counts[c] ** 2) / work),
          );
    done += counts[c] ** 2;
    // After standardising, a feature's variance is 1, or 0 where it is constant.
    const mean = variance.reduce((sum, v) => sum + (scale ? Math.sign(v) : v), 0) / features;
    weights[c] = ((1 - share) * priors[c]) / counts[c];
    for (let j = 0; j < features; j++) {
      const target = scale ? mean * scale[j] * scale[j] : mean;
      ridge[j] += priors[c] * share * target;
      diagonal[j] += (1 - share) * priors[c] * variance[j];
    }
  }
  for (let j = 0; j < features; j++) diagonal[j] += ridge[j];
  return { weights, ridge, diagonal };
}

/** Pairs of rows of one class, whose products `'auto'` takes; ordered, and of a row with itself. */
export const pairsOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count ** 2, 0);

/** The rows of a class, centred and divided by `scale`. */
async function standardised(
  examples: Examples,
  y: ArrayLike<number>,
  c: number,
  { counts, means }: ClassMeans,
  scale: Float64Array,
): Promise<Float64Array> {
  const features = scale.length;
  const rows = new Float64Array(counts[c] * features);
  let to = 0;
  for await (const { x, first, count } of readBlocks(examples, y.length)) {
    for (let i = 0; i < count; i++) {
      if (y[first + i] !== c) continue;
      for (let j = 0; j < features; j++) {
        rows[to++] = (x[i * features + j] - means[c * features + j]) / scale[j];
      }
    }
  }
  return rows;
}
