import type { OptionNames } from '@ser/internal';
import { checkFractionOrZero, checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { halfCosine } from '../util/half-cosine.ts';
import type { LearningRateSchedule } from './learning-rate-schedule.ts';

/** The options of `oneCycle`. */
export interface OneCycleOptions {
  /** Share of the steps in which the rate rises. Default 0.3. */
  pctStart?: number;
  /** The first rate is `maxRate / divFactor`. Default 25. */
  divFactor?: number;
  /** The last rate is the first one divided by this. Default 10,000. */
  finalDivFactor?: number;
}

const OPTIONS: OptionNames<OneCycleOptions> = {
  pctStart: true,
  divFactor: true,
  finalDivFactor: true,
};

/**
 * Rises along half a cosine from `maxRate / divFactor` for the first `pctStart` of the steps, then
 * falls to `maxRate / divFactor / finalDivFactor`: PyTorch's `OneCycleLR` (Smith & Topin 2018).
 *
 * @throws {ModelError} `bad-argument`.
 */
export function oneCycle(maxRate: number, options: OneCycleOptions = {}): LearningRateSchedule {
  const {
    pctStart = 0.3,
    divFactor = 25,
    finalDivFactor = 1e4,
  } = checkOptions('oneCycle', options, OPTIONS);
  checkPositive('oneCycle', 'maxRate', maxRate);
  checkFractionOrZero('oneCycle', 'pctStart', pctStart);
  checkPositive('oneCycle', 'divFactor', divFactor);
  checkPositive('oneCycle', 'finalDivFactor', finalDivFactor);
  const first = maxRate / divFactor;
  const last = first / finalDivFactor;
  return (step, steps) => {
    const peak = pctStart * steps - 1;
    if (step < peak) return maxRate + (first - maxRate) * halfCosine(step / peak);
    return last + (maxRate - last) * halfCosine((step - peak) / Math.max(steps - 1 - peak, 1));
  };
}
