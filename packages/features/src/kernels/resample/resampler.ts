import { cached } from '../../util/cached.ts';
import { type BandLimiter, bandLimiter } from './band-limiter.ts';
import { everySample, type Interpolator, interpolator } from './interpolator.ts';
import type { KaiserSinc } from './kaiser-sinc.ts';
import { noLimiter } from './no-limiter.ts';
import { planResample, type ResamplePlan } from './resample-plan.ts';

/** The most that the rate may fall by. The filter then has 1.6 million samples. */
export const MAX_FACTOR: number = 1024;

/** How many samples `length` samples become: librosa's number, which is rounded up. */
export function resampledLength(length: number, from: number, to: number): number {
  return Math.ceil(length * (to / from));
}

/**
 * How many of those are computed; a last one is 0.
 *
 * soxr rounds the length, and librosa adds a zero where that is shorter. Both quotients are
 * computed as they do it, since their last bits decide how a half is rounded.
 */
export function resampledCount(length: number, from: number, to: number): number {
  return Math.min(resampledLength(length, from, to), Math.floor(length / (from / to) + 0.5));
}

/** How many values are complete when the samples before `end` are there. */
export function complete({ step, taps, first }: Interpolator, end: number): number {
  let count = Math.max(0, Math.floor((end - taps - first(0)) / step));
  while (first(count) + taps <= end) count++;
  while (count > 0 && first(count - 1) + taps > end) count--;
  return count;
}

/** The two filters between a pair of rates. */
export interface Resampler {
  readonly limiter: BandLimiter;
  /** The same with blocks that are short where they may be, so that a live signal waits less. */
  readonly live: BandLimiter;
  readonly values: Interpolator;
}

/** Samples of a block that is copied, of a live signal. */
const LIVE_BLOCK = 64;

/** Steps of values between the samples that transforms can take, which have no radix of five. */
const SPECTRAL_STEPS: readonly [up: number, down: number][] = [
  [3, 4],
  [4, 3],
  [3, 2],
  [3, 1],
  [4, 1],
  [6, 1],
  [8, 1],
  [12, 1],
  [16, 1],
  [32, 1],
];

/** How many pairs of rates have their filters cached. */
const CACHED_RATES = 8;

const cache = new Map<string, Resampler>();

/** The filters from one rate to another one, cached. */
export function resampler(from: number, to: number): Resampler {
  const key = `${from},${to}`;
  return cached(cache, CACHED_RATES, key, () => {
    const plan = planResample(from, to);
    return plan.bandLimit ? withLimiter(from, to, plan, plan.bandLimit) : withoutLimiter(plan);
  });
}

/** The long filter, and the short one behind it where there is one. */
function withLimiter(
  from: number,
  to: number,
  { doublings, interpolator: filter, step }: ResamplePlan,
  bandLimit: KaiserSinc,
): Resampler {
  // A whole step is left out of the spectra, so that the samples between are not computed.
  const rates = {
    up: 2 ** Math.max(0, doublings),
    halvings: 2 ** Math.max(0, -doublings),
    step: filter ? 1 : step,
  };
  const margin = filter ? Math.ceil(filter.halfWidth) + 1 : 0;
  const limiter = bandLimiter(bandLimit, rates, margin);
  const values = filter ? interpolator(filter, step, fraction(from, to, doublings)) : everySample();
  return { limiter, live: limiter, values };
}

/** The long filter reads the values between the samples itself. */
function withoutLimiter({ interpolator: filter, step }: ResamplePlan): Resampler {
  if (!filter) throw new RangeError('a plan has a filter');
  const [up, down] = SPECTRAL_STEPS.find(([up, down]) => down / up === step) ?? [];
  if (up && down) {
    const { cutoff, halfWidth, beta } = filter;
    const stretched = { cutoff: cutoff / up, halfWidth: halfWidth * up, beta };
    const limiter = bandLimiter(stretched, { up, halvings: 1, step: down }, 0);
    return { limiter, live: limiter, values: everySample() };
  }
  const margin = Math.ceil(filter.halfWidth) + 1;
  return {
    limiter: noLimiter(margin),
    live: noLimiter(margin, LIVE_BLOCK),
    values: interpolator(filter, step, [1, Math.round(1 / step)]),
  };
}

/** `from * 2 ** doublings / to` in lowest terms, for rates in whole Hz. */
function fraction(from: number, to: number, doublings: number): [number, number] | undefined {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  const numerator = from * 2 ** Math.max(0, doublings);
  const denominator = to * 2 ** Math.max(0, -doublings);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
