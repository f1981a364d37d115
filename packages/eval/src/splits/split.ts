/** Indices into the rows that were given. */
export interface Split {
  train: number[];
  /** For early stopping and every other choice of the training. */
  validation: number[];
  /** For the final scores alone. */
  test: number[];
  /**
   * Originals of the tested voices whose features, and never their labels, may be used to adapt to
   * a voice. A tested clip may stand here too; then only the other clips of its voice are used for
   * it. Default: none, the tested voices are wholly unheard.
   */
  adaptation?: number[];
}
