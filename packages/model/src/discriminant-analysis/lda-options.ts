import type { OptionNames } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import { checkInteger } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkPriors } from './util/check-priors.ts';

/** The options of `LinearDiscriminantAnalysis.fit`. */
export interface LdaOptions {
  /** How many values a row of `x` has. Required. */
  features: number;
  /** Number of labels. Required. */
  classes: number;
  /**
   * As scikit-learn's; both give the same coefficients. Where features depend on each other and
   * nothing is shrunk, `'lsqr'` takes the shortest solution and `'eigen'` refuses. Default 'lsqr'.
   */
  solver?: 'lsqr' | 'eigen';
  /**
   * How far the covariance is shrunk towards its mean variance: a share in [0, 1]; `'auto'` is
   * Ledoit and Wolf's share for each class, whose time grows with the square of the rows of a class
   * and which copies them, one class after the other, as doubles; null is none. Default null.
   */
  shrinkage?: number | 'auto' | null;
  /**
   * Probability of each class before anything is heard; they weigh the covariances of the classes
   * too, as in scikit-learn. null is the share of the rows. Default null.
   */
  priors?: readonly number[] | null;
  /**
   * Where conjugate gradients solve: the largest residual, as a share of the right-hand side.
   * Default 1e-9.
   */
  tolerance?: number;
  /** Ends the work; its reason is thrown. Default: none. */
  signal?: AbortSignal;
  /** Told the share of the work that is done, an estimate that never falls. Default: none. */
  onProgress?: (share: number) => void;
}

const OPTIONS: OptionNames<LdaOptions> = {
  features: true,
  classes: true,
  solver: true,
  shrinkage: true,
  priors: true,
  tolerance: true,
  signal: true,
  onProgress: true,
};

/** The options with their defaults. */
export type FullLdaOptions = Required<Omit<LdaOptions, 'signal' | 'onProgress'>> &
  Pick<LdaOptions, 'signal' | 'onProgress'>;

/**
 * Checks options and fills them up.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function checkLdaOptions(caller: string, options: LdaOptions): FullLdaOptions {
  const full = {
    solver: 'lsqr' as const,
    shrinkage: null,
    priors: null,
    tolerance: 1e-9,
    ...checkOptions(caller, options, OPTIONS),
  };
  const fail = (name: string, expected: string, got: unknown) =>
    new ModelError('bad-argument', `${caller}: \`${name}\` must be ${expected}, got ${got}`);
  const { features, classes, solver, shrinkage, priors, tolerance } = full;
  checkInteger(caller, 'features', features, 1);
  checkInteger(caller, 'classes', classes, 2);
  if (solver !== 'lsqr' && solver !== 'eigen') throw fail('solver', "'lsqr' or 'eigen'", solver);
  const isShare = typeof shrinkage === 'number' && shrinkage >= 0 && shrinkage <= 1;
  if (shrinkage !== null && shrinkage !== 'auto' && !isShare) {
    throw fail('shrinkage', "in [0, 1], 'auto' or null", shrinkage);
  }
  if (!(tolerance > 0 && tolerance < 1)) throw fail('tolerance', 'in (0, 1)', tolerance);
  if (priors !== null) checkPriors(caller, 'priors', priors, classes);
  return full;
}
