import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from '../util/check-array.ts';
import { checkFraction } from '../util/check-fractions.ts';
import { checkFunction } from '../util/check-function.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import { groupIndices } from '../util/group-indices.ts';
import type { Label } from '../util/label.ts';
import { quantile } from '../util/quantile.ts';
import { createRandom } from '../util/random.ts';

/** The options of `bootstrapInterval`. */
export interface BootstrapOptions {
  /**
   * The group of each sample, such as its speaker. Whole groups are drawn then. Samples of one
   * voice resemble each other, and an interval that ignores this is too narrow. Default: none.
   */
  groups?: ArrayLike<Label>;
  /** How many times the samples are drawn, 2 to 10 million. Default 1000. */
  nResamples?: number;
  /** The probability that the interval covers, in (0, 1). Default 0.95. */
  confidenceLevel?: number;
  /** The seed of the draws. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<BootstrapOptions> = {
  groups: true,
  nResamples: true,
  confidenceLevel: true,
  seed: true,
};

/** More would take gigabytes before the first draw. */
const MOST_SAMPLES = 1e7;
const MOST_RESAMPLES = 1e7;

/** A statistic with its confidence interval. */
export interface BootstrapInterval {
  /** The statistic of the samples themselves. */
  estimate: number;
  low: number;
  high: number;
  /** The standard deviation over the resamples. */
  standardError: number;
}

/**
 * A confidence interval of any metric. The samples are drawn many times with replacement, and the
 * interval is between two percentiles of the metric.
 *
 * @param n How many samples there are; up to 10 million.
 * @param statistic The metric of the samples at the given indices, in which one may occur twice.
 * @throws {EvaluationError} `bad-argument` for options out of range or a statistic that is not
 *   finite; `too-few` when there are not two samples, or not two groups.
 * @see scipy's `bootstrap` with `method='percentile'`
 *
 * @example
 * const pick = <T>(values: T[], indices: number[]): T[] => indices.map((i) => values[i]);
 * bootstrapInterval(
 *   yTrue.length,
 *   (indices) => balancedAccuracyScore(pick(yTrue, indices), pick(yPred, indices)),
 *   { groups: speakers },
 * );
 */
export function bootstrapInterval(
  n: number,
  statistic: (indices: number[]) => number,
  options: BootstrapOptions = {},
): BootstrapInterval {
  const {
    groups,
    nResamples = 1000,
    confidenceLevel = 0.95,
    seed = 0,
  } = checkOptions('bootstrapInterval', options, OPTIONS);
  checkInteger('bootstrapInterval', 'n', n, 0, MOST_SAMPLES);
  checkFunction('bootstrapInterval', 'statistic', statistic);
  if (groups) checkArray('bootstrapInterval', 'groups', groups);
  const fail = (expected: string, got: number): never => {
    throw new EvaluationError('bad-argument', `bootstrapInterval: ${expected}, got ${got}`);
  };
  checkFraction('bootstrapInterval', 'confidenceLevel', confidenceLevel);
  checkInteger('bootstrapInterval', 'nResamples', nResamples, 2, MOST_RESAMPLES);
  if (groups && groups.length !== n) fail(`\`groups\` must have ${n} entries`, groups.length);
  // Each sample is a unit of its own where there are no groups.
  const units = [...groupIndices<Label>(groups ?? [...Array(n).keys()]).values()];
  if (units.length < 2) {
    const what = groups ? 'groups' : 'samples';
    throw new EvaluationError(
      'too-few',
      `bootstrapInterval: there must be two ${what} or more, got ${units.length}`,
    );
  }

  const random = createRandom('bootstrapInterval', seed);
  const finite = (value: number): number =>
    Number.isFinite(value) ? value : fail('`statistic` must give a finite number', value);
  const estimate = finite(statistic([...Array(n).keys()]));
  const values = Float64Array.from({ length: nResamples }, () =>
    finite(statistic(units.flatMap(() => units[random(units.length - 1)]))),
  ).sort();
  const mean = values.reduce((a, b) => a + b, 0) / nResamples;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const tail = (1 - confidenceLevel) / 2;
  return {
    estimate,
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    standardError: Math.sqrt(squares / (nResamples - 1)),
  };
}
