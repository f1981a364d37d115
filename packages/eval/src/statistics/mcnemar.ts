import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkTargets } from '../util/check-targets.ts';
import type { Label } from '../util/label.ts';
import { normalTails } from '../util/normal-tails.ts';

/** The options of `mcnemar`. */
export interface McNemarOptions {
  /**
   * Whether to take the binomial distribution, which is right for any number of samples. Otherwise
   * chi-square is taken. Default true.
   */
  exact?: boolean;
  /** Yates' correction of the chi-square for continuity. Default true. */
  correction?: boolean;
}

const OPTIONS: OptionNames<McNemarOptions> = { exact: true, correction: true };

/** Whether two classifiers differ on the same samples. */
export interface McNemar {
  /** Samples that only the first classifier got right. */
  onlyFirst: number;
  /** Samples that only the second got right. */
  onlySecond: number;
  /** The smaller of both when exact; else chi-square, of one degree of freedom. */
  statistic: number;
  /** How likely a difference this large, or larger, is between equally good classifiers. */
  pValue: number;
}

/**
 * McNemar's test, two-sided. Among the samples that only one of two classifiers got right, equally
 * good classifiers have half each. Where there is no such sample, `pValue` is 1.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that are empty or differ in length.
 * @see statsmodels' `mcnemar`
 */
export function mcnemar(
  yTrue: ArrayLike<Label>,
  firstPred: ArrayLike<Label>,
  secondPred: ArrayLike<Label>,
  options: McNemarOptions = {},
): McNemar {
  const { exact = true, correction = true } = checkOptions('mcnemar', options, OPTIONS);
  checkTargets('mcnemar', yTrue, firstPred);
  checkTargets('mcnemar', yTrue, secondPred);
  let onlyFirst = 0;
  let onlySecond = 0;
  for (let i = 0; i < yTrue.length; i++) {
    const first = firstPred[i] === yTrue[i];
    const second = secondPred[i] === yTrue[i];
    if (first && !second) onlyFirst++;
    if (second && !first) onlySecond++;
  }
  const n = onlyFirst + onlySecond;
  if (exact) {
    const statistic = Math.min(onlyFirst, onlySecond);
    const pValue = Math.min(1, 2 * fairBinomialCdf(statistic, n));
    return { onlyFirst, onlySecond, statistic, pValue };
  }
  if (n === 0) return { onlyFirst, onlySecond, statistic: 0, pValue: 1 };
  // As statsmodels. With the correction, equal counts give 1 / n in place of 0.
  const distance = Math.abs(onlyFirst - onlySecond) - (correction ? 1 : 0);
  const statistic = distance ** 2 / n;
  return { onlyFirst, onlySecond, statistic, pValue: normalTails(Math.sqrt(statistic)) };
}

/** The probability of `k` heads or fewer in `n` throws of a coin, for k up to n / 2. */
function fairBinomialCdf(k: number, n: number): number {
  // The largest term is a logarithm, since 2^-n is 0 beyond n = 1074. The others are parts of it.
  let logTerm = -n * Math.LN2;
  for (let i = 1; i <= k; i++) logTerm += Math.log((n - k + i) / i);
  let sum = 1;
  let part = 1;
  for (let i = k; i >= 1; i--) {
    part *= i / (n - i + 1);
    sum += part;
  }
  return sum * Math.exp(logTerm);
}
