/** Indices into the rows that were given. */
export interface Split {
  train: number[];
  /** For early stopping and every other choice of the training. */
  validation: number[];
  /** For the final scores alone. */
  test: number[];
}
