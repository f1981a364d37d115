import type { OptionNames } from '@ser/internal';
import { FeatureError } from '../../feature-error.ts';
import { badArgument, checkFinite, checkFloats, checkPositive } from '../../util/checks.ts';

/** Which of the intervals between pulses are periods. The defaults are Praat's. */
export interface PeriodSettings {
  /** Shortest period in seconds. Default 0.0001. */
  periodFloor?: number;
  /** Longest period in seconds. Default 0.02. */
  periodCeiling?: number;
  /** How many times as long as its neighbour a period may be. Default 1.3. */
  maxPeriodFactor?: number;
}

/** The names of the options. */
export const PERIOD_SETTINGS: OptionNames<PeriodSettings> = {
  periodFloor: true,
  periodCeiling: true,
  maxPeriodFactor: true,
};

/** Settings that have been checked. */
export type Periods = Required<PeriodSettings>;

/** Checks which intervals are periods. */
export function toPeriods(caller: string, settings: PeriodSettings): Periods {
  const { periodFloor = 0.0001, periodCeiling = 0.02, maxPeriodFactor = 1.3 } = settings;
  checkPositive(caller, 'periodFloor', periodFloor);
  checkPositive(caller, 'periodCeiling', periodCeiling);
  if (periodCeiling < periodFloor) {
    const expected = `at least periodFloor=${periodFloor}`;
    throw badArgument(caller, 'periodCeiling', expected, periodCeiling);
  }
  checkFactor(caller, 'maxPeriodFactor', maxPeriodFactor);
  return { periodFloor, periodCeiling, maxPeriodFactor };
}

/** Throws unless `value` is finite and at least 1. */
export function checkFactor(caller: string, name: string, value: number): void {
  checkFinite(caller, name, value);
  if (value < 1) throw badArgument(caller, name, 'at least 1', value);
}

/** Throws unless `value` holds times that rise. */
export function checkPulses(
  caller: string,
  value: unknown,
): asserts value is Float32Array | Float64Array {
  checkFloats(caller, 'pulses', value);
  for (let i = 0; i < value.length; i++) {
    if (Number.isFinite(value[i]) && !(i > 0 && value[i] <= value[i - 1])) continue;
    const text = `${caller}: \`pulses\` must be finite and rising, got ${value[i]} at index ${i}`;
    throw new FeatureError('bad-argument', text);
  }
}

/** The intervals between pulses. */
export function intervals(pulses: ArrayLike<number>): Float64Array {
  const length = Math.max(0, pulses.length - 1);
  return Float64Array.from({ length }, (_, i) => pulses[i + 1] - pulses[i]);
}

/** Whether an interval is as long as a period. */
export function isPeriod(interval: number, { periodFloor, periodCeiling }: Periods): boolean {
  return interval >= periodFloor && interval <= periodCeiling;
}

/** How many times as large the larger of two numbers is. */
export const factorOf = (a: number, b: number): number => Math.max(a / b, b / a);

/** The intervals that are periods, without those that differ too much from both neighbours. */
export function usablePeriods(values: Float64Array, periods: Periods): Float64Array {
  const { maxPeriodFactor } = periods;
  return values.filter((value, i) => {
    if (!isPeriod(value, periods)) return false;
    if (i === 0 || i + 1 >= values.length) return true;
    return (
      factorOf(value, values[i - 1]) <= maxPeriodFactor ||
      factorOf(value, values[i + 1]) <= maxPeriodFactor
    );
  });
}
