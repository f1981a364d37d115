import { plainConvolver } from './plain-convolver.ts';
import { wasmConvolver } from './wasm-convolver.ts';

/** What a convolver computes. */
export interface Convolution {
  /** Samples in: twice a length of `singleTwiddles`. */
  readonly inputLength: number;
  /** Samples out: a whole part of once or twice as many; twice a length of `singleTwiddles`. */
  readonly outputLength: number;
  /**
   * The filter's spectrum, which is real, at the input's rate or at twice that: half the samples
   * that it has there, and one.
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

/**
 * Convolution by transforms in float32. The rate changes inside of them: a spectrum is repeated to
 * double it, and folded to divide it.
 */
export function convolver(convolution: Convolution): Convolver {
  return wasmConvolver(convolution) ?? plainConvolver(convolution);
}
