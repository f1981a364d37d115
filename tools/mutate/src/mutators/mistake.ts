/** A mistake in a text: a stretch in UTF-16 code units, and what stands there instead. */
export interface Mistake {
  /** The kind: one of Stryker's names, or the name of one of ours. */
  readonly mutator: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}
