/** Examples with their labels, in plain arrays. */
export interface Dataset {
  /** Row-major `[examples, ...input shape of the model]`. */
  x: Float32Array;
  /** Class index of each example. */
  y: ArrayLike<number>;
}
