/**
 * Examples that are read as they are needed, such as from a file, so that memory holds a few
 * batches of them. `fit` goes over all once before the first step, to check them and to tell them
 * from other data when a run is resumed, and once an epoch in another order.
 */
export interface ExampleSource {
  /** How many examples there are. */
  readonly length: number;
  /** How many numbers an example has. */
  readonly size: number;
  /**
   * Reads the examples at `indices`, in their order, the same numbers each time.
   *
   * @param indices In [0, length), in any order; a copy.
   * @param into Row-major `[indices, size]`, to be filled whole before `read` returns, or before
   *   its promise is fulfilled: then a batch trains while the next one is read. What `read` throws,
   *   its caller throws.
   */
  read(indices: Int32Array, into: Float32Array): void | Promise<void>;
}
