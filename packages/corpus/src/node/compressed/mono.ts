import type { DecodedPart } from './load-decoder.ts';

/** The most bits of a sample that a float32 holds. */
const MOST_EXACT_BITS = 24;

/**
 * The mean over the channels of a part.
 *
 * @param bits Of a sample of FLAC; 0 for other codecs. The decoder divides by the largest sample,
 *   where libsndfile and `decodeWav` divide by one more: the whole number is taken back, and
 *   divided as they do.
 */
export function toMono({ channelData }: DecodedPart, bits = 0): Float32Array {
  const channels = bits > 0 && bits <= MOST_EXACT_BITS ? rescaled(channelData, bits) : channelData;
  const mono = new Float32Array(channels[0]?.length ?? 0);
  // Each addition is rounded, as numpy's are.
  for (const channel of channels) {
    for (let frame = 0; frame < mono.length; frame++) mono[frame] += channel[frame];
  }
  if (channels.length > 1) {
    for (let frame = 0; frame < mono.length; frame++) mono[frame] /= channels.length;
  }
  return mono;
}

function rescaled(channels: readonly Float32Array[], bits: number): Float32Array[] {
  const scale = 2 ** (bits - 1);
  return channels.map((channel) => {
    const exact = new Float32Array(channel.length);
    for (let frame = 0; frame < exact.length; frame++) {
      exact[frame] = Math.round(channel[frame] * (scale - 1)) / scale;
    }
    return exact;
  });
}
