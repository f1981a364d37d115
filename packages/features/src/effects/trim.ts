import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { loudEnds } from '../util/loud-ends.ts';
import { LOUD_FRAMES_OPTIONS, type LoudFramesOptions, loudFrames } from '../util/loud-frames.ts';

/** The options of `trim`. */
export interface TrimOptions extends LoudFramesOptions {}

/** The names of the options. */
export const TRIM_OPTIONS: OptionNames<TrimOptions> = LOUD_FRAMES_OPTIONS;

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
  checkOptions('trim', options, TRIM_OPTIONS);
  const { hopLength = 512 } = options;
  const loud = loudFrames('trim', samples, options);
  const [start, end] = loudEnds(loud, hopLength, samples.length);
  return { samples: samples.subarray(start, end), start, end };
}
