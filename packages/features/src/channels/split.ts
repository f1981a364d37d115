import { SPLIT_OPTIONS, type SplitOptions } from '../effects/split.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { loudStretches } from '../util/loud-stretches.ts';
import { loudFrames } from './util/loud-frames.ts';

/**
 * Finds what is not silent in any channel, beside the loudest frame of all, as librosa does.
 *
 * @returns The first sample of each stretch and the one after its last, in order.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function split(
  channels: readonly Samples[],
  options: SplitOptions = {},
): [start: number, end: number][] {
  checkOptions('channels.split', options, SPLIT_OPTIONS);
  const { hopLength = 512 } = options;
  const loud = loudFrames('channels.split', channels, options);
  return loudStretches(loud, hopLength, channels[0].length);
}
