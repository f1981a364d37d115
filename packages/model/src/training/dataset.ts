import type { ExampleSource } from './example-source.ts';

/** Examples with their labels. */
export interface Dataset<X extends Float32Array | ExampleSource = Float32Array | ExampleSource> {
  /**
   * Row-major `[examples, ...input shape of the model]`, or where such rows are read from as they
   * are needed. Both give the same bits.
   */
  x: X;
  /** Class index of each example. */
  y: ArrayLike<number>;
}
