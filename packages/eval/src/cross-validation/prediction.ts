/** What a classifier predicted of one test clip in one run; plain JSON. */
export interface Prediction {
  clip: string;
  /** Who speaks; '' where nobody knows. */
  speaker: string;
  /** From 1. */
  fold: number;
  seed: number;
  /** The label of the clip. */
  truth: string;
  /** The label with the highest score, the first of equals. */
  predicted: string;
  /** One for each of the labels. */
  scores: number[];
}
