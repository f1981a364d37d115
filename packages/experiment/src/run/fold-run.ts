/** One run of a cross-validation. */
export interface FoldRun {
  /** Its folder in the store, such as `fold1-seed0`. */
  readonly key: string;
  /** From 1. */
  readonly fold: number;
  readonly seed: number;
}
