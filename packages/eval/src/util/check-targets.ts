import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from './check-array.ts';
import { checkLabels } from './check-labels.ts';
import type { Label } from './label.ts';

/** The options of every metric. */
export interface WeightOptions {
  /** How much each sample counts. Default: 1 each. */
  sampleWeight?: ArrayLike<number>;
}

export const WEIGHT_OPTIONS: OptionNames<WeightOptions> = { sampleWeight: true };

/**
 * Checks that targets, predictions and weights are of one length and labels of one kind.
 */
export function checkTargets(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  sampleWeight?: ArrayLike<number>,
): void {
  checkArray(caller, 'yTrue', yTrue);
  checkArray(caller, 'yPred', yPred);
  const n = yTrue.length;
  const fail = (expected: string, got: string | number): never => {
    throw new EvaluationError('bad-argument', `${caller}: ${expected}, got ${got}`);
  };
  if (n === 0) fail('`yTrue` must hold a sample or more', 0);
  if (yPred.length !== n) fail(`\`yPred\` must be as long as \`yTrue\`, ${n}`, yPred.length);
  checkLabels(caller, 'yTrue', yTrue);
  checkLabels(caller, 'yPred', yPred, typeof yTrue[0] === 'string' ? 'string' : 'number');
  if (!sampleWeight) return;
  checkArray(caller, 'sampleWeight', sampleWeight);
  if (sampleWeight.length !== n) {
    fail(`\`sampleWeight\` must be as long as \`yTrue\`, ${n}`, sampleWeight.length);
  }
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (!(sampleWeight[i] >= 0 && sampleWeight[i] < Number.POSITIVE_INFINITY)) {
      fail('`sampleWeight` must be finite and not negative', sampleWeight[i]);
    }
    total += sampleWeight[i];
  }
  if (total === 0) fail('`sampleWeight` must not be 0 everywhere', 0);
}
