import type { OptionNames } from '@ser/internal';
import { type BandLimiter, bandLimiter } from '../kernels/resample/band-limiter.ts';
import { everyNth, type Interpolator, interpolator } from '../kernels/resample/interpolator.ts';
import { noLimiter } from '../kernels/resample/no-limiter.ts';
import { planResample } from '../kernels/resample/resample-plan.ts';
import type { Samples } from '../samples.ts';
import { cached } from '../util/cached.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkPositive, checkSamples } from '../util/checks.ts';
import { MAX_VALUES } from '../util/limits.ts';

/** The most that the rate may fall by. The filter then has 1.6 million samples. */
const MAX_FACTOR = 1024;

/** The options of `resample`. */
export interface ResampleOptions {
  /** The samples' rate in Hz. */
  origSr: number;
  /** The rate wanted, in Hz. */
  targetSr: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<ResampleOptions> = { origSr: true, targetSr: true };

/**
 * Changes the sample rate with the response of soxr's HQ quality, librosa's default
 * (`res_type='soxr_hq'`): linear phase, no delay, flat to 0.91 of the lower Nyquist frequency and
 * 120 dB down at it.
 *
 * @returns `ceil(samples.length * targetSr / origSr)` samples, the last of them 0 where the exact
 *   length ends in less than a half, as librosa has it; a copy when the rates are equal.
 * @throws {FeatureError} for samples that are empty or not finite, and for rates that are not
 *   positive or more than a factor of 1,024 down.
 */
export function resample(samples: Samples, options: ResampleOptions): Float32Array {
  checkOptions('resample', options, OPTIONS);
  const { origSr, targetSr } = options;
  checkPositive('resample', 'origSr', origSr);
  checkPositive('resample', 'targetSr', targetSr);
  checkFactor(origSr, targetSr);
  checkSamples('resample', 'samples', samples);
  if (origSr === targetSr) return Float32Array.from(samples);
  return resampleFinite(samples, origSr, targetSr);
}

function checkFactor(origSr: number, targetSr: number): void {
  if (origSr > MAX_FACTOR * targetSr) {
    throw badArgument(
      'resample',
      'targetSr',
      `at least 1/${MAX_FACTOR} of origSr=${origSr}`,
      targetSr,
    );
  }
}

/**
 * Changes the rate as {@link resample} does.
 *
 * @param samples Finite, and at least one.
 * @param origSr Above 0, and not `targetSr`, which is above 0 too.
 * @throws {FeatureError} for a rate that falls by more than a factor of 1,024.
 */
export function resampleFinite(samples: Samples, origSr: number, targetSr: number): Float32Array {
  checkFactor(origSr, targetSr);
  const length = Math.ceil(samples.length * (targetSr / origSr));
  if (!(length <= MAX_VALUES)) {
    const expected = `low enough for ${MAX_VALUES} samples at most`;
    throw badArgument('resample', 'targetSr', expected, targetSr);
  }
  const result = new Float32Array(length);
  // soxr rounds the length, and librosa adds a zero where that is shorter. Both quotients are
  // computed as they do it, since their last bits decide how a half is rounded.
  const count = Math.min(result.length, Math.floor(samples.length / (origSr / targetSr) + 0.5));
  convert(samples, resampler(origSr, targetSr), result.subarray(0, count));
  return result;
}

/**
 * Fills `result`. Of the band-limited signal, only a block and its neighbours are in memory.
 */
function convert(samples: Samples, { limiter, values }: Resampler, result: Float32Array): void {
  const { lead, blockLength } = limiter;
  const { input, read } = values.open(lead + values.taps + 2 * blockLength);
  input.fill(0, 0, lead);
  let start = -lead;
  let end = 0;
  let done = 0;
  const blocks = limiter.blocks(samples.length);
  for (let block = 0; block < blocks && done < result.length; block++) {
    limiter.block(samples, block, input, end - start);
    end += blockLength;
    const next = Math.min(result.length, complete(values, end));
    read(start, done, next, result);
    done = next;
    // The samples that the next value reads move to the front.
    const keep = Math.min(end, values.first(done));
    input.copyWithin(0, keep - start, end - start);
    start = keep;
  }
}

/** How many values are complete when the samples before `end` are there. */
function complete({ step, taps, first }: Interpolator, end: number): number {
  let count = Math.max(0, Math.floor((end - taps - first(0)) / step));
  while (first(count) + taps <= end) count++;
  while (count > 0 && first(count - 1) + taps > end) count--;
  return count;
}

interface Resampler {
  readonly limiter: BandLimiter;
  readonly values: Interpolator;
}

/** How many pairs of rates have their filters cached. */
const CACHED_RATES = 8;

const cache = new Map<string, Resampler>();

function resampler(from: number, to: number): Resampler {
  const key = `${from},${to}`;
  return cached(cache, CACHED_RATES, key, () => {
    const { bandLimit, doublings, interpolator: filter, step } = planResample(from, to);
    const margin = filter ? Math.ceil(filter.halfWidth) + 1 : 0;
    return {
      limiter: bandLimit ? bandLimiter(bandLimit, doublings, margin) : noLimiter(margin),
      values: filter ? interpolator(filter, step, fraction(from, to, doublings)) : everyNth(step),
    };
  });
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
