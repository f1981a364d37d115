import type { Classifier } from '../classifier/classifier.ts';
import type { EnsembleMean } from './util/mix-scores.ts';

/** The parts of an `Ensemble`. */
export interface EnsembleParts {
  /** Classifiers with the same labels in the same order. */
  members: readonly Classifier[];
  /** How much each member counts, above 0; their sum does not matter. Default: all the same. */
  weights?: readonly number[];
  /**
   * How probabilities are averaged: `'geometric'` averages their logarithms and normalises, in
   * which a member that is sure counts more; `'arithmetic'` averages them as they are. Default
   * 'geometric'.
   */
  mean?: EnsembleMean;
}
