import type { Prediction } from '../cross-validation/prediction.ts';
import { EvaluationError } from '../evaluation-error.ts';
import { checkFunction } from '../util/check-function.ts';
import { checkObjects } from '../util/check-objects.ts';
import { groupIndices } from '../util/group-indices.ts';
import { type RunPredictions, toRunPredictions } from '../util/run-predictions.ts';

/** The values of a metric in the runs of a cross-validation, and their spread. */
export interface FoldScores {
  mean: number;
  /** The standard deviation of the runs, with n - 1; 0 for a single run. */
  std: number;
  /** The deviation over the folds of one seed, pooled over the seeds. */
  stdOverFolds: number;
  /** The deviation of the seeds' means over their folds. */
  stdOverSeeds: number;
  folds: { fold: number; seed: number; score: number }[];
}

/**
 * A metric of each run of a cross-validation, its mean and its spread over folds and over seeds.
 *
 * @throws {EvaluationError} `bad-argument` without predictions, and what `metric` throws.
 *
 * @example
 * scoreFolds(predictions, ({ yTrue, yPred }) => balancedAccuracyScore(yTrue, yPred));
 */
export function scoreFolds(
  predictions: readonly Prediction[],
  metric: (run: RunPredictions) => number,
): FoldScores {
  checkObjects('scoreFolds', 'predictions', predictions, []);
  checkFunction('scoreFolds', 'metric', metric);
  const runs = groupIndices(predictions.map(({ fold, seed }) => `${fold} ${seed}`));
  if (runs.size === 0) {
    const message = 'scoreFolds: `predictions` must hold one or more, got 0';
    throw new EvaluationError('bad-argument', message);
  }
  const folds = [...runs.values()].map((indices) => {
    const run = toRunPredictions(indices.map((i) => predictions[i]));
    const { fold, seed } = run.predictions[0];
    return { fold, seed, score: metric(run) };
  });
  const perSeed = Array.from(groupIndices(folds.map(({ seed }) => seed)).values(), (runsOfSeed) =>
    runsOfSeed.map((i) => folds[i].score),
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
