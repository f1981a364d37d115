import type { Matrix } from '../../util/matrix.ts';
import { checkChannels } from './check-channels.ts';

/** Decibels of all channels as if they were one matrix. */
export function jointDecibels(
  caller: string,
  channels: readonly Matrix[],
  decibels: (values: Float32Array) => Float32Array,
): Matrix[] {
  checkChannels(caller, 'channels', channels);
  const { length } = channels[0].data;
  const all = new Float32Array(channels.length * length);
  channels.forEach(({ data }, i) => {
    all.set(data, i * length);
  });
  const result = decibels(all);
  return channels.map(({ shape }, i) => ({
    data: result.slice(i * length, (i + 1) * length),
    shape,
  }));
}
