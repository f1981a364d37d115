import { checkAbove0, checkAtLeast0, checkRate } from '../util/check-number.ts';

/** The learning rate of each step, from 0 to `steps - 1`. */
export type LearningRateSchedule = (step: number, steps: number) => number;

/** Options of {@link cosineDecay}. */
export interface CosineDecayOptions {
  /** The last rate as a share of the first. Default 0. */
  alpha?: number;
}

/** Options of {@link oneCycle}. */
export interface OneCycleOptions {
  /** Share of the steps in which the rate rises. Default 0.3. */
  pctStart?: number;
  /** The first rate is `maxRate / divFactor`. Default 25. */
  divFactor?: number;
  /** The last rate is the first one over this. Default 10,000. */
  finalDivFactor?: number;
}

/**
 * Falls along half a cosine from `rate` to `rate · alpha`: Keras' `CosineDecay` over the whole run.
 *
 * @throws ModelError `bad-argument`
 */
export function cosineDecay(
  rate: number,
  { alpha = 0 }: CosineDecayOptions = {},
): LearningRateSchedule {
  checkAbove0('cosineDecay', 'rate', rate);
  checkAtLeast0('cosineDecay', 'alpha', alpha);
  return (step, steps) => rate * (alpha + (1 - alpha) * halfCosine(step / Math.max(steps, 1)));
}

/**
 * Rises along half a cosine from `maxRate / divFactor` for the first `pctStart` of the steps, then
 * falls to `maxRate / divFactor / finalDivFactor`: PyTorch's `OneCycleLR` (Smith & Topin 2018).
 *
 * @throws ModelError `bad-argument`
 */
export function oneCycle(
  maxRate: number,
  { pctStart = 0.3, divFactor = 25, finalDivFactor = 1e4 }: OneCycleOptions = {},
): LearningRateSchedule {
  checkAbove0('oneCycle', 'maxRate', maxRate);
  checkRate('oneCycle', 'pctStart', pctStart);
  checkAbove0('oneCycle', 'divFactor', divFactor);
  checkAbove0('oneCycle', 'finalDivFactor', finalDivFactor);
  const first = maxRate / divFactor;
  const last = first / finalDivFactor;
  return (step, steps) => {
    const peak = pctStart * steps - 1;
    if (step < peak) return maxRate + (first - maxRate) * halfCosine(step / peak);
    return last + (maxRate - last) * halfCosine((step - peak) / Math.max(steps - 1 - peak, 1));
  };
}

/** 1 at 0, 0 at 1. */
function halfCosine(share: number): number {
  return (1 + Math.cos(Math.PI * Math.min(Math.max(share, 0), 1))) / 2;
}
