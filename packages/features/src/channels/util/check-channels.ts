import type { Samples } from '../../samples.ts';
import { badArgument, isFloats } from '../../util/checks.ts';
import type { ComplexMatrix, Matrix } from '../../util/matrix.ts';

/** What a channel may hold. */
export type Channel = Samples | Matrix | ComplexMatrix;

/** Throws unless `channels` is a list of at least one channel, all of one length or shape. */
export function checkChannels(caller: string, name: string, channels: readonly Channel[]): void {
  if (!Array.isArray(channels) || channels.length === 0) {
    throw badArgument(caller, name, 'a list of channels, at least one', channels);
  }
  channels.forEach((channel, i) => {
    if (isFloats(channel) || Array.isArray(channel?.shape)) return;
    throw badArgument(caller, `${name}[${i}]`, 'samples or a matrix', channel);
  });
  const first = sizeOf(channels[0]);
  const other = channels.findIndex((channel) => sizeOf(channel) !== first);
  if (other < 0) return;
  const expected = `as long as the first channel, ${first}`;
  throw badArgument(caller, `${name}[${other}]`, expected, sizeOf(channels[other]));
}

const sizeOf = (channel: Channel): string =>
  isFloats(channel) ? String(channel.length) : channel.shape.join(' × ');
