import type { OptionNames } from '@ser/internal';
import { amplitudeToDb } from '../core/decibels.ts';
import { rms } from '../feature/rms.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkFloats, checkNonNegative } from '../util/checks.ts';

/** The options of `trim`. */
export interface TrimOptions {
  /** How far below the reference silence begins, in dB. Default 60. */
  topDb?: number;
  /** The RMS at 0 dB, or `'max'` for that of the loudest frame. Default `'max'`. */
  ref?: number | 'max';
  /** Samples a frame. Default 2048. */
  frameLength?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<TrimOptions> = {
  topDb: true,
  ref: true,
  frameLength: true,
  hopLength: true,
};

/** The result of {@link trim}. */
export interface Trimmed {
  /** A view of the samples from `start` to `end`. */
  readonly samples: Samples;
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves out silence at the start and at the end; librosa's `effects.trim`.
 *
 * @returns The part between, which is empty when all is silence.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function trim(samples: Samples, options: TrimOptions = {}): Trimmed {
  checkOptions('trim', options, OPTIONS);
  const { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 } = options;
  checkFloats('trim', 'samples', samples);
  checkNonNegative('trim', 'topDb', topDb);
  const decibels = amplitudeToDb(rms(samples, { frameLength, hopLength }), { ref, topDb: null });
  const first = decibels.findIndex((value) => value > -topDb);
  const last = decibels.findLastIndex((value) => value > -topDb);
  const start = first < 0 ? 0 : first * hopLength;
  const end = first < 0 ? 0 : Math.min(samples.length, (last + 1) * hopLength);
  return { samples: samples.subarray(start, end), start, end };
}
