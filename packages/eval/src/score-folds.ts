import type { Prediction } from './cross-validate.ts';
import { EvaluationError } from './evaluation-error.ts';

/** The predictions of one run as metrics take them. */
export interface RunPredictions {
  yTrue: string[];
  yPred: string[];
  /** [shape=(samples, classes)] */
  yScore: number[][];
  predictions: Prediction[];
}

/** A metric's value in each run, and over them. */
export interface FoldScores {
  mean: number;
  /** The standard deviation of the runs, with n - 1; 0 for a single run. */
  std: number;
  folds: { fold: number; seed: number; score: number }[];
}

/**
 * A metric of each run of a cross-validation, its mean and its spread.
 *
 * @throws {EvaluationError} `bad-argument` without predictions, and whatever `metric` throws.
 *
 * @example
 * scoreFolds(predictions, ({ yTrue, yPred }) => balancedAccuracyScore(yTrue, yPred));
 */
export function scoreFolds(
  predictions: readonly Prediction[],
  metric: (run: RunPredictions) => number,
): FoldScores {
  const runs = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const key = `${prediction.fold} ${prediction.seed}`;
    const run = runs.get(key);
    if (run) run.push(prediction);
    else runs.set(key, [prediction]);
  }
  if (runs.size === 0) {
    const message = 'scoreFolds: `predictions` must hold one or more, got 0';
    throw new EvaluationError('bad-argument', message);
  }
  const folds = [...runs.values()].map((run) => ({
    fold: run[0].fold,
    seed: run[0].seed,
    score: metric({
      yTrue: run.map(({ label }) => label),
      yPred: run.map(({ predicted }) => predicted),
      yScore: run.map(({ scores }) => scores),
      predictions: run,
    }),
  }));
  const mean = folds.reduce((sum, { score }) => sum + score, 0) / folds.length;
  const squares = folds.reduce((sum, { score }) => sum + (score - mean) ** 2, 0);
  return { mean, std: folds.length > 1 ? Math.sqrt(squares / (folds.length - 1)) : 0, folds };
}
