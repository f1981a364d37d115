/** What the container of compressed sound says of it, to hold against what a decoder gives. */
export interface Container {
  /** The name of its decoder in `audio-decode`. */
  readonly codec: 'flac' | 'mp3' | 'oga' | 'opus' | 'm4a' | 'aac';
  /** How many frames of samples there must be at least; 0 where it does not say. */
  readonly least: number;
  /**
   * How many there are at most. A file that says it is decoded at once: the decoder of FLAC loses
   * the last frame of some that come in parts. Default: none.
   */
  readonly most?: number;
  /** Hz of the samples that `least` counts. Default: none, and it counts those that come. */
  readonly sampleRate?: number;
  /** What is wrong with the bytes, to stand behind "got". Default: none. */
  readonly fault?: string;
  /** The bits of a lossless sample. Default: none. */
  readonly bits?: number;
}

/** How the message for a file ends that was cut. */
export const CUT = 'a file that is cut';
