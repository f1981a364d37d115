/** Indices into the rows that were given. */
export interface Split {
  train: number[];
  /** For early stopping and every other choice. */
  validation: number[];
  /** Chooses nothing. */
  test: number[];
}
