import { TRIM_OPTIONS, type TrimOptions } from '../effects/trim.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { loudEnds } from '../util/loud-ends.ts';
import { loudFrames } from './util/loud-frames.ts';

/** The result of {@link trim} of channels, all of which are cut at the same places. */
export interface TrimmedChannels {
  /** A view of each channel's samples from `start` to `end`. */
  readonly channels: Samples[];
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves out silence at the start and at the end: what is silent in all channels, beside the loudest
 * frame of all, as in librosa.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function trim(channels: readonly Samples[], options: TrimOptions = {}): TrimmedChannels {
  checkOptions('channels.trim', options, TRIM_OPTIONS);
  const { hopLength = 512 } = options;
  const loud = loudFrames('channels.trim', channels, options);
  const [start, end] = loudEnds(loud, hopLength, channels[0].length);
  return { channels: channels.map((channel) => channel.subarray(start, end)), start, end };
}
