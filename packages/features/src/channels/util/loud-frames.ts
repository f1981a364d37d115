import { rms } from '../../feature/rms.ts';
import type { Samples } from '../../samples.ts';
import { checkNonNegative } from '../../util/checks.ts';
import type { LoudFramesOptions } from '../../util/loud-frames.ts';
import { amplitudeToDb } from '../decibels.ts';
import { checkChannels } from './check-channels.ts';

/** Whether each centred frame is louder than silence in any channel, beside the loudest of all. */
export function loudFrames(
  caller: string,
  channels: readonly Samples[],
  { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 }: LoudFramesOptions,
): boolean[] {
  checkChannels(caller, 'channels', channels);
  checkNonNegative(caller, 'topDb', topDb);
  const levels = channels.map((channel) => {
    const data = rms(channel, { frameLength, hopLength });
    return { data, shape: [1, data.length] as const };
  });
  const decibels = amplitudeToDb(levels, { ref, topDb: null });
  return Array.from(decibels[0].data, (_, t) => decibels.some(({ data }) => data[t] > -topDb));
}
