import { meanOfChannels } from './mean-of-channels.ts';
import { piecesOf } from './pieces-of.ts';
import type { Sound } from './sound.ts';

/** A sound that the page has decoded. */
export function channelsSound(channels: readonly Float32Array[], sampleRate: number): Sound {
  const samples = meanOfChannels(channels);
  return {
    duration: samples.length / sampleRate,
    sampleRate,
    pieces: (signal) => piecesOf({ samples, sampleRate }, signal),
  };
}
