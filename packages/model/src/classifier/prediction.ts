/** The prediction for one example. */
export interface Prediction {
  /** The label with the highest score. */
  label: string;
  /**
   * Probability of each label; they add up to 1. Of a model with one output, it is in [0, 1].
   * A label may be any text, `constructor` too.
   */
  scores: Record<string, number>;
}
