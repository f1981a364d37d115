/** A mono signal, full scale ±1. */
export type Samples = Float32Array | Float64Array;

/** A mono signal and its rate in Hz, such as `decodeWav` of `@ser/corpus` gives. */
export interface Audio {
  readonly samples: Samples;
  /** Samples per second. */
  readonly sampleRate: number;
}
