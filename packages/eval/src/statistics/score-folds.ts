import type { Prediction } from '../cross-validation/cross-validate.ts';
import { EvaluationError } from '../evaluation-error.ts';

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
  /** How far the folds of one seed differ, pooled over the seeds: that some voices are harder. */
  stdOverFolds: number;
  /** How far the seeds' means over folds differ: what the same command may give next time. */
  stdOverSeeds: number;
  folds: { fold: number; seed: number; score: number }[];
}

/**
 * A metric of each run of a cross-validation, its mean and its spread over folds and over seeds.
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
      yTrue: run.map(({ truth }) => truth),
      yPred: run.map(({ predicted }) => predicted),
      yScore: run.map(({ scores }) => scores),
      predictions: run,
    }),
  }));
  const perSeed = [...new Set(folds.map(({ seed }) => seed))].map((seed) =>
    folds.filter((run) => run.seed === seed).map(({ score }) => score),
  );
  const scores = folds.map(({ score }) => score);
  return {
    mean: mean(scores),
    std: Math.sqrt(variance(scores)),
    stdOverFolds: Math.sqrt(mean(perSeed.map(variance))),
    stdOverSeeds: Math.sqrt(variance(perSeed.map(mean))),
    folds,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With n - 1; 0 for a single value. */
function variance(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return values.length > 1 ? squares / (values.length - 1) : 0;
}
