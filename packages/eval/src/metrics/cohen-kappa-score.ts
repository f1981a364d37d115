import type { OptionNames } from '@ser/internal';
import { checkChoice } from '../util/check-choice.ts';
import { checkOptions } from '../util/check-options.ts';
import { WEIGHT_OPTIONS, type WeightOptions } from '../util/check-targets.ts';
import { countConfusions } from '../util/count-confusions.ts';
import type { Label } from '../util/label.ts';

/** The options of `cohenKappaScore`. */
export interface CohenKappaOptions extends WeightOptions {
  /**
   * Which classes, in which order. Where `weights` is given, the order is the scale. Default: every
   * class that occurs.
   */
  labels?: readonly Label[];
  /**
   * How the weight of a confusion grows with the distance of its classes. Default: all confusions
   * weigh the same.
   */
  weights?: 'linear' | 'quadratic';
}

const OPTIONS: OptionNames<CohenKappaOptions> = {
  ...WEIGHT_OPTIONS,
  labels: true,
  weights: true,
};

/**
 * Agreement beyond chance of two annotators, or of targets and predictions; 1 is perfect, 0 is
 * chance, and less than chance is negative. NaN where chance alone would always agree.
 *
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit.
 * @see scikit-learn's `cohen_kappa_score`
 */
export function cohenKappaScore(
  y1: ArrayLike<Label>,
  y2: ArrayLike<Label>,
  options: CohenKappaOptions = {},
): number {
  const { labels, weights, sampleWeight } = checkOptions('cohenKappaScore', options, OPTIONS);
  checkChoice('cohenKappaScore', 'weights', weights, [undefined, 'linear', 'quadratic']);
  const matrix = countConfusions('cohenKappaScore', y1, y2, { labels, sampleWeight });
  const rows = matrix.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = matrix.map((_, j) => matrix.reduce((sum, row) => sum + row[j], 0));
  const total = rows.reduce((a, b) => a + b, 0);
  const distance = (i: number, j: number): number => {
    if (weights === undefined) return i === j ? 0 : 1;
    return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
  };
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j < matrix.length; j++) {
      observed += distance(i, j) * matrix[i][j];
      expected += (distance(i, j) * rows[i] * columns[j]) / total;
    }
  }
  return 1 - observed / expected;
}
