import { badArgument, checkInteger, isFloats } from '../util/checks.ts';
import type { Audio } from './audio.ts';
import type { AudioBufferLike } from './audio-input.ts';

/** The most channels that an `AudioBuffer` has. */
const MAX_CHANNELS = 32;

/** Whether `value` is an `AudioBuffer`, of the browser or of a package for Node. */
export function isAudioBuffer(value: unknown): value is AudioBufferLike {
  return typeof value === 'object' && value !== null && 'getChannelData' in value;
}

/**
 * The mean of the channels of an `AudioBuffer`, as `decodeWav` of `@ser/corpus` has it. A voice is
 * in all of them; where each holds another speaker, recognise the channels one by one.
 *
 * @example
 * const { samples, sampleRate } = toMono(await context.decodeAudioData(bytes));
 *
 * @returns A copy, `[length]`.
 * @throws {RecognizerError} `bad-argument` for what is no `AudioBuffer`.
 */
export function toMono(buffer: AudioBufferLike): Audio & { samples: Float32Array<ArrayBuffer> } {
  if (!isAudioBuffer(buffer)) throw badArgument('toMono', 'buffer', 'an AudioBuffer', buffer);
  const { numberOfChannels, length, sampleRate } = buffer;
  checkInteger('toMono', 'buffer.numberOfChannels', numberOfChannels, 1, MAX_CHANNELS);
  const samples = new Float32Array(channel(buffer, 0));
  for (let i = 1; i < numberOfChannels; i++) {
    const added = channel(buffer, i);
    for (let t = 0; t < length; t++) samples[t] += added[t];
  }
  if (numberOfChannels > 1) for (let t = 0; t < length; t++) samples[t] /= numberOfChannels;
  return { samples, sampleRate };
}

/** The samples of a channel. */
function channel(buffer: AudioBufferLike, index: number): Float32Array {
  const samples = buffer.getChannelData(index);
  if (isFloats(samples) && samples.length === buffer.length) return samples;
  throw badArgument('toMono', 'buffer', 'an AudioBuffer with `length` samples a channel', samples);
}
