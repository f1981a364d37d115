import type { EncodingName } from './encodings/encoding.ts';

/** What a WAV file says about its samples, checked against the bytes that are there. */
export interface WavHeader {
  encoding: EncodingName;
  /** 1 to 1024. */
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** Bytes of one sample of one channel. A PCM sample of fewer bits fills the upper ones. */
  bytesPerSample: number;
  /**
   * Whether samples of 24 bits stand in the lower three of their four bytes, as ALSA's `arecord`
   * writes them.
   */
  isRightJustified: boolean;
  /** Samples of one channel. */
  frames: number;
  /** Where the first sample starts, in bytes from the start of the file. */
  dataOffset: number;
  littleEndian: boolean;
}
