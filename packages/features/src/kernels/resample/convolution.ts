/** What a convolver computes. */
export interface Convolution {
  /** Samples in: twice a length of `singleTwiddles`. */
  readonly inputLength: number;
  /** Samples out: a whole part of a multiple of those; twice a length of `singleTwiddles`. */
  readonly outputLength: number;
  /**
   * The filter's spectrum, which is real, at a multiple of the input's rate: half the samples that
   * it has there, and one.
   */
  readonly gains: Float64Array;
}

/** Filters a signal of one length, which is taken for periodic, and changes its rate. */
export interface Convolver {
  /** The signal, which callers write. */
  readonly input: Float32Array;
  /** The result. */
  readonly output: Float32Array;
  /** Writes `output`; allocates nothing. */
  convolve(): void;
}
