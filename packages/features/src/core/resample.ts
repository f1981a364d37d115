import type { OptionNames } from '@ser/internal';
import {
  complete,
  MAX_FACTOR,
  type Resampler,
  resampledCount,
  resampledLength,
  resampler,
} from '../kernels/resample/resampler.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFloats, checkPositive, checkSamples } from '../util/checks.ts';
import { MAX_VALUES } from '../util/limits.ts';

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
  checkFloats('resample', 'samples', samples);
  const isCopy = origSr === targetSr;
  // Transforms spread what is not finite over a whole block, where it is found in less time.
  // Of fewer samples there may be none in the result.
  const spreads =
    !isCopy && samples.length > MAX_FACTOR && resampler(origSr, targetSr).limiter.spreads;
  if (!spreads) checkSamples('resample', 'samples', samples);
  if (isCopy) return Float32Array.from(samples);
  const result = resampleFinite(samples, origSr, targetSr);
  if (spreads && !areBlocksFinite(result)) checkSamples('resample', 'samples', samples);
  return result;
}

/** Samples of a result that are fewer than a block has. */
const LOOK = 256;

/** Whether a result is finite whose blocks are finite, or not, as a whole. */
function areBlocksFinite(result: Float32Array): boolean {
  const last = result.length - 1;
  for (let i = 0; i < last; i += LOOK) if (!Number.isFinite(result[i])) return false;
  // The last sample may be one that is not computed.
  return Number.isFinite(result[last]) && Number.isFinite(result[Math.max(0, last - 1)]);
}

/** Throws for a rate that falls by more than a factor of 1,024. */
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
  const length = resampledLength(samples.length, origSr, targetSr);
  if (!(length <= MAX_VALUES)) {
    const expected = `low enough for ${MAX_VALUES} samples at most`;
    throw badArgument('resample', 'targetSr', expected, targetSr);
  }
  const result = new Float32Array(length);
  const count = resampledCount(samples.length, origSr, targetSr);
  convert(samples, resampler(origSr, targetSr), result.subarray(0, count));
  return result;
}

/**
 * Fills `result`. Of the band-limited signal, only a block and its neighbours are in memory.
 */
function convert(samples: Samples, { limiter, values }: Resampler, result: Float32Array): void {
  const signal = { values: samples, start: 0, end: samples.length };
  const { lead, blockLength } = limiter;
  const { input, read } = values.open(lead + values.taps + 2 * blockLength);
  input.fill(0, 0, lead);
  let start = -lead;
  let end = 0;
  let done = 0;
  const blocks = limiter.blocks(samples.length);
  for (let block = 0; block < blocks && done < result.length; block++) {
    limiter.block(signal, block, input, end - start);
    end += blockLength;
    const next = Math.min(result.length, complete(values, end));
    read(start, done, next, result, done);
    done = next;
    // The samples that the next value reads move to the front.
    const keep = Math.min(end, values.first(done));
    input.copyWithin(0, keep - start, end - start);
    start = keep;
  }
}
