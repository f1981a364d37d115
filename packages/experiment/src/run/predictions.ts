import type { Prediction } from '@ser/eval';

/** What `predictions.json` holds, of a run as of a cross-validation. */
export interface Predictions {
  /** The class of each score. */
  labels: readonly string[];
  /** Of every test clip in every run. */
  predictions: readonly Prediction[];
}
