import type { Prediction } from '../cross-validation/prediction.ts';

/** Predictions as metrics take them. */
export interface RunPredictions {
  yTrue: string[];
  yPred: string[];
  /** [shape=(samples, classes)] */
  yScore: number[][];
  predictions: Prediction[];
}

/** The arrays that metrics take. */
export function toRunPredictions(predictions: readonly Prediction[]): RunPredictions {
  return {
    yTrue: predictions.map(({ truth }) => truth),
    yPred: predictions.map(({ predicted }) => predicted),
    yScore: predictions.map(({ scores }) => scores),
    predictions: [...predictions],
  };
}
