import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { LOUD_FRAMES_OPTIONS, type LoudFramesOptions, loudFrames } from '../util/loud-frames.ts';
import { loudStretches } from '../util/loud-stretches.ts';

/** The options of {@link split}. */
export interface SplitOptions extends LoudFramesOptions {}

/** The names of the options. */
export const SPLIT_OPTIONS: OptionNames<SplitOptions> = LOUD_FRAMES_OPTIONS;

/**
 * Finds what is not silent; librosa's `effects.split`.
 *
 * @returns The first sample of each stretch and the one after its last, in order; none for silence
 *   with a `ref` that is a number.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function split(
  samples: Samples,
  options: SplitOptions = {},
): [start: number, end: number][] {
  checkOptions('split', options, SPLIT_OPTIONS);
  const { hopLength = 512 } = options;
  const loud = loudFrames('split', samples, options);
  return loudStretches(loud, hopLength, samples.length);
}
