import { ModelError } from '../model-error.ts';
import type { ExampleSource } from '../training/example-source.ts';
import { checkLabels } from '../util/check-labels.ts';
import { checkSource, isExampleSource } from '../util/examples.ts';
import { checkLdaOptions, type LdaOptions } from './lda-options.ts';
import { checkFinite, checkRows } from './util/check-rows.ts';
import { classMeans } from './util/class-means.ts';
import { intercepts } from './util/intercepts.ts';
import { Pace } from './util/pace.ts';
import { solveDense } from './util/solve-dense.ts';
import { solveWide } from './util/solve-wide.ts';
import { pairsOf, withinClassCovariance } from './util/within-class-covariance.ts';

/** Up to so many features the covariance is a matrix, and solved without iterations. */
const DENSE_FEATURES = 512;
/** The most for which it may be one: 512 MB. */
const MAX_DENSE_FEATURES = 8192;

/** How often conjugate gradients usually go over the rows, for an estimate of progress. */
const USUAL_ITERATIONS = 20;
/** How many multiplications the kernel of conjugate gradients does in the time of one elsewhere. */
const KERNEL_SPEED = 5;

/** What `fitLda` learns. */
export interface LdaFit {
  /** Row-major `[classes, features]`. */
  means: Float64Array;
  priors: Float64Array;
  /** Row-major `[classes, features]`. */
  coef: Float64Array;
  intercept: Float64Array;
  /** Of conjugate gradients; 0 where they were not needed. */
  iterations: number;
}

/** The work of `LinearDiscriminantAnalysis.fit`. */
export async function fitLda(
  x: Float32Array | ExampleSource,
  y: ArrayLike<number>,
  options: LdaOptions,
): Promise<LdaFit> {
  const caller = 'LinearDiscriminantAnalysis.fit';
  const checked = checkLdaOptions(caller, options);
  const { features, classes, solver, shrinkage, tolerance, signal, onProgress } = checked;
  const examples = { x, size: features, caller, name: 'x', code: 'bad-argument' } as const;
  const isSource = isExampleSource(x);
  if (isSource) checkSource({ ...examples, x });
  const rows = isSource ? x.length : checkRows(caller, x, features);
  checkLabels(caller, 'y', y, classes);
  const fail = (what: string) => new ModelError('bad-argument', `${caller}: ${what}`);
  if (y.length !== rows)
    throw fail(`\`y\` must hold a label for each of ${rows} rows, got ${y.length}`);
  if (rows <= classes) {
    throw fail(`\`x\` must hold more rows than the ${classes} classes, got ${rows}`);
  }
  const isShrunk = shrinkage === 'auto' || (shrinkage ?? 0) > 0;
  if (!isShrunk && features > MAX_DENSE_FEATURES) {
    throw fail(
      `\`shrinkage\` must be above 0 for more than ${MAX_DENSE_FEATURES} features, got ${shrinkage}`,
    );
  }

  const pace = new Pace(signal);
  const labels = Int32Array.from(y);
  const groups = await classMeans(examples, labels, { features, classes }, pace);
  const empty = groups.counts.indexOf(0);
  if (empty !== -1) throw fail(`\`y\` must hold every class, got none of ${empty}`);
  // A sum of floats is finite if they are; those of a source were looked at.
  if (!isSource && !groups.means.every(Number.isFinite)) checkFinite(caller, x, features);
  const priors = Float64Array.from(checked.priors ?? groups.counts.map((count) => count / rows));
  const isWide = isShrunk && features > DENSE_FEATURES;
  // Multiplications of the two parts whose progress is told.
  const pairs = shrinkage === 'auto' ? (pairsOf(groups.counts) * features) / 2 : 0;
  const solving = isWide
    ? (2 * USUAL_ITERATIONS * rows * features * classes) / KERNEL_SPEED
    : (rows * features * features) / 2;
  const first = pairs / (pairs + solving);
  let done = 0;
  const tell = (share: number): void => {
    done = Math.max(done, Math.min(share, 1));
    onProgress?.(done);
  };
  const covariance = await withinClassCovariance(
    examples,
    labels,
    groups,
    priors,
    { features, shrinkage, onProgress: (share) => tell(first * share) },
    pace,
  );
  // The logarithm of the residual falls in about equal steps.
  const onIteration = (residual: number): void =>
    tell(first + (1 - first) * (Math.log(residual) / Math.log(tolerance)));
  const { coef, iterations } = isWide
    ? await solveWide(examples, labels, groups, covariance, { tolerance, onIteration }, pace)
    : {
        coef: await solveDense(examples, labels, groups, covariance, solver === 'lsqr', pace),
        iterations: 0,
      };
  const { means } = groups;
  if (done < 1) onProgress?.(1);
  return { means, priors, coef, intercept: intercepts(means, coef, priors), iterations };
}
