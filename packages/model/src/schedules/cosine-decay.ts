import type { OptionNames } from '@ser/internal';
import { checkNonNegative, checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { halfCosine } from '../util/half-cosine.ts';
import type { LearningRateSchedule } from './learning-rate-schedule.ts';

/** The options of `cosineDecay`. */
export interface CosineDecayOptions {
  /** The last rate as a share of the first. Default 0. */
  alpha?: number;
}

const OPTIONS: OptionNames<CosineDecayOptions> = { alpha: true };

/**
 * Falls along half a cosine from `rate` to `rate · alpha`: Keras' `CosineDecay` over the whole run.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function cosineDecay(rate: number, options: CosineDecayOptions = {}): LearningRateSchedule {
  const { alpha = 0 } = checkOptions('cosineDecay', options, OPTIONS);
  checkPositive('cosineDecay', 'rate', rate);
  checkNonNegative('cosineDecay', 'alpha', alpha);
  return (step, steps) => rate * (alpha + (1 - alpha) * halfCosine(step / Math.max(steps, 1)));
}
