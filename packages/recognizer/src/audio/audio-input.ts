import type { Audio } from './audio.ts';

/** What is needed of an `AudioBuffer` of the Web Audio API, which Node's types do not have. */
export interface AudioBufferLike {
  readonly numberOfChannels: number;
  /** Samples of a channel. */
  readonly length: number;
  /** Samples per second. */
  readonly sampleRate: number;
  getChannelData(channel: number): Float32Array;
}

/**
 * A sound: mono samples with their rate, an `AudioBuffer` of one channel, or the bytes of a WAV
 * file, whose channels are averaged.
 */
export type AudioInput = Audio | AudioBufferLike | Uint8Array | ArrayBuffer;
