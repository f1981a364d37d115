import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { LOUD_FRAMES_OPTIONS, type LoudFramesOptions, loudFrames } from '../util/loud-frames.ts';

/** The options of {@link split}. */
export interface SplitOptions extends LoudFramesOptions {}

/** The names of the options. */
const OPTIONS: OptionNames<SplitOptions> = LOUD_FRAMES_OPTIONS;

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
  checkOptions('split', options, OPTIONS);
  const { hopLength = 512 } = options;
  const loud = loudFrames('split', samples, options);
  const stretches: [number, number][] = [];
  for (let t = 0; t < loud.length; t++) {
    if (!loud[t]) continue;
    const start = t;
    while (loud[t + 1]) t++;
    const end = Math.min(samples.length, (t + 1) * hopLength);
    stretches.push([Math.min(samples.length, start * hopLength), end]);
  }
  return stretches;
}
