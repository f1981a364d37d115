/** The names of the encodings that are read. */
export type EncodingName = 'pcm' | 'float' | 'alaw' | 'mulaw';

/** How a WAV file may hold its samples. */
export interface Encoding {
  name: EncodingName;
  /** The format tag in the header. */
  tag: number;
  /** The bytes that a sample may have. */
  widths: readonly number[];
  /**
   * Makes the function that converts one block.
   *
   * @param raw Samples of `width` bytes, in the host's order of bytes.
   * @param samples Where the converted numbers go, at full scale ±1.
   */
  createConverter(raw: Uint8Array<ArrayBuffer>, samples: Float32Array, width: number): () => void;
  /** The largest positive sample. PCM has a negative one that is a step larger. */
  fullScale(width: number): number;
}
