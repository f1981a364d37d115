import { factorOf, intervals, isPeriod, type Periods, usablePeriods } from './periods.ts';
import { perturbation } from './perturbation.ts';
import { meanOf } from './spread.ts';

/** How much periods differ from those around them. NaN where there are too few of them. */
export interface Jitter {
  /** The mean distance of neighbouring periods, as a part of the mean period. */
  readonly local: number;
  /** The mean distance of neighbouring periods in seconds. */
  readonly localAbsolute: number;
  /** The mean distance of a period from the mean of three, as a part of the mean period. */
  readonly rap: number;
  /** The same of five periods. */
  readonly ppq5: number;
  /** The mean distance of neighbouring differences, as a part of the mean period: 3 `rap`. */
  readonly ddp: number;
}

/** Jitter, without checks. */
export function findJitter(pulses: ArrayLike<number>, periods: Periods): Jitter {
  const values = intervals(pulses);
  const { maxPeriodFactor } = periods;
  const mean = meanOf(usablePeriods(values, periods));
  const among = (width: number): number =>
    perturbation(values, width, (first) => {
      for (let i = first; i < first + width; i++) {
        if (!isPeriod(values[i], periods)) return false;
        if (i > first && factorOf(values[i], values[i - 1]) > maxPeriodFactor) return false;
      }
      return true;
    });
  const localAbsolute = among(2);
  const rap = among(3) / mean;
  return { local: localAbsolute / mean, localAbsolute, rap, ppq5: among(5) / mean, ddp: 3 * rap };
}
