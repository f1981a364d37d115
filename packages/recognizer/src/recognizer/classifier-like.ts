/** What scores features: a `LinearClassifier` or `Classifier` of `@ser/model`, or one of your own. */
export interface ClassifierLike {
  /** In the order of its outputs; at least two. */
  readonly labels: readonly string[];
  /** The configuration of the extractor whose features it was trained on. */
  readonly extractor: unknown;
  /** The variants in which it scores a clip beside the clip itself. Default: none. */
  readonly testVariants?: unknown;
  /** What standardises its features, for `embed`. Default: none, they pass as they are. */
  readonly scaler?: { transform(x: Float32Array): Float32Array } | undefined;
  /**
   * Scores of clips, from the unscaled features of each version of each clip, the clip itself
   * first.
   */
  predictVersions(
    clips: readonly (readonly Float32Array[])[],
  ): Promise<readonly { readonly scores: Readonly<Record<string, number>> }[]>;
  /** What its first layer sees. Default: what `scaler` makes of it. */
  standardize?(example: Float32Array): Float32Array;
}
