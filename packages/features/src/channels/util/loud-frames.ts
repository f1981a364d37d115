import { rms } from '../../feature/rms.ts';
import type { Samples } from '../../samples.ts';
import { checkLoudFrames, isLoud, type LoudFramesOptions } from '../../util/loud-frames.ts';
import { amplitudeToDb } from '../decibels.ts';
import { checkChannels } from './check-channels.ts';

/** Whether each centred frame is louder than silence in any channel, beside the loudest of all. */
export function loudFrames(
  caller: string,
  channels: readonly Samples[],
  options: LoudFramesOptions,
): boolean[] {
  const { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 } = options;
  checkChannels(caller, 'channels', channels);
  checkLoudFrames(caller, options);
  const levels = channels.map((channel) => {
    const data = rms(channel, { frameLength, hopLength });
    return { data, shape: [1, data.length] as const };
  });
  const decibels = amplitudeToDb(levels, { ref, topDb: null });
  return Array.from(decibels[0].data, (_, t) =>
    decibels.some(({ data }) => isLoud(data[t], topDb)),
  );
}
