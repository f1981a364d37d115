import type { Prediction } from '../cross-validation/prediction.ts';

/** The predictions of a run, as arrays for the metrics. */
export interface RunPredictions {
  yTrue: string[];
  yPred: string[];
  /** `[samples, classes]` */
  yScore: number[][];
  predictions: Prediction[];
}

/** Makes the arrays that the metrics take. */
export function toRunPredictions(predictions: readonly Prediction[]): RunPredictions {
  return {
    yTrue: predictions.map(({ truth }) => truth),
    yPred: predictions.map(({ predicted }) => predicted),
    yScore: predictions.map(({ scores }) => scores),
    predictions: [...predictions],
  };
}
