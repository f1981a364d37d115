/** Indices of samples. */
export interface Fold {
  train: number[];
  test: number[];
}
