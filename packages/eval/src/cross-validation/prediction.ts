/** The prediction of one test clip in one run, as plain JSON. */
export interface Prediction {
  clip: string;
  /** Who speaks; '' where it is not known. */
  speaker: string;
  /** The number of the fold, from 1. */
  fold: number;
  /** The seed of the run. */
  seed: number;
  /** The label of the clip. */
  truth: string;
  /** The label with the highest score, the first of equals. */
  predicted: string;
  /** A score for each of the labels, in their order. */
  scores: number[];
}
