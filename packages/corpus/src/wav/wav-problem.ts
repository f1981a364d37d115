/** What can be wrong with a WAV file that is read all the same. */
export type WavProblemCode =
  /** The header counts more samples than there are; read with `truncated: 'read'` alone. */
  | 'truncated-wav'
  /** The size of the samples was never filled in; they reach to the end of the file. */
  | 'unfilled-size'
  /** Two sizes of the samples contradict each other, or one the file. */
  | 'wrong-data-size'
  /** The block align is not that of the channels and bits. */
  | 'wrong-block-align'
  /** The bits are none that the encoding has. */
  | 'wrong-bits'
  /** More valid bits than there are bits. */
  | 'wrong-valid-bits'
  /** The byte rate is not that of the sample rate. */
  | 'wrong-byte-rate'
  /** An empty `data` chunk beside the one with the samples. */
  | 'second-data'
  /** A chunk of an odd size without the byte that must follow it. */
  | 'missing-padding'
  /** Behind the samples is something that is no chunk, or one that is cut. */
  | 'trailing-bytes';
