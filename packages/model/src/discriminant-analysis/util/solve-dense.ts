import { ModelError } from '../../model-error.ts';
import { type Examples, readBlocks } from '../../util/examples.ts';
import { cholesky, choleskySolver } from './cholesky.ts';
import type { ClassMeans } from './class-means.ts';
import type { Pace } from './pace.ts';
import type { WithinClassCovariance } from './within-class-covariance.ts';

/**
 * Solves `covariance · coefᵀ = meansᵀ` with the covariance as a matrix.
 *
 * @param mayBeSingular Whether the shortest solution is taken where there are several.
 * @returns Row-major `[classes, features]`.
 * @throws {ModelError} `bad-argument` for a singular covariance that may be none.
 */
export async function solveDense(
  examples: Examples,
  y: ArrayLike<number>,
  groups: ClassMeans,
  { weights, ridge }: WithinClassCovariance,
  mayBeSingular: boolean,
  pace: Pace,
): Promise<Float64Array> {
  const { means } = groups;
  const features = ridge.length;
  const matrix = new Float64Array(features * features);
  const row = new Float64Array(features);
  for await (const { x, first, count } of readBlocks(examples, y.length)) {
    for (let i = 0; i < count; i++) {
      const from = i * features;
      const label = y[first + i];
      const mean = label * features;
      for (let j = 0; j < features; j++) row[j] = x[from + j] - means[mean + j];
      for (let j = 0; j < features; j++) {
        const factor = weights[label] * row[j];
        const to = j * features;
        for (let k = 0; k <= j; k++) matrix[to + k] += factor * row[k];
      }
      await pace.spend((features * features) / 2);
    }
  }
  for (let j = 0; j < features; j++) matrix[j * features + j] += ridge[j];
  const decomposed = await cholesky(matrix, features, pace);
  if (decomposed.rank < features && !mayBeSingular) {
    throw new ModelError(
      'bad-argument',
      "LinearDiscriminantAnalysis.fit: `solver` must be 'lsqr', or `shrinkage` above 0, where " +
        `features depend on each other, got 'eigen' and ${decomposed.rank} of ${features} ` +
        'that do not',
    );
  }
  const solve = await choleskySolver(decomposed, pace);
  const coef = new Float64Array(means.length);
  for (let at = 0; at < means.length; at += features) {
    coef.set(solve(means.subarray(at, at + features)), at);
  }
  return coef;
}
