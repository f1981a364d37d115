import { badArgument } from '../util/checks.ts';
import { type Channel, checkChannels } from './util/check-channels.ts';

/**
 * What a function gives for each channel of a sound: librosa's functions on arrays of several
 * channels, for all of them that take each channel by itself. Those that do not are beside this one.
 *
 * @param channels At least one, all of one length or shape.
 * @returns One result a channel.
 * @throws {FeatureError} for what is no list of channels, or channels of different lengths.
 */
export function each<C extends Channel, Result>(
  channels: readonly C[],
  compute: (channel: C, index: number) => Result,
): Result[] {
  checkChannels('channels.each', 'channels', channels);
  if (typeof compute !== 'function') {
    throw badArgument('channels.each', 'compute', 'a function', compute);
  }
  return channels.map((channel, i) => compute(channel, i));
}
