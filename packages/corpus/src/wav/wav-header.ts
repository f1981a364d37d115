import type { EncodingName } from './encodings/encoding.ts';

/** What a WAV file says about its samples, checked against the bytes that are there. */
export interface WavHeader {
  encoding: EncodingName;
  /** 1 to 1024. */
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** Bytes of one sample of one channel. PCM narrower than that is left-justified in it. */
  bytesPerSample: number;
  /** Samples of one channel. */
  frames: number;
  /** Where the first sample starts, in bytes from the start of the file. */
  dataOffset: number;
  littleEndian: boolean;
}
