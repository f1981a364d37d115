import type { FoldRun, TestedRow } from '../cross-validation/fold-run.ts';
import type { Prediction } from '../cross-validation/prediction.ts';
import { indexOfMax } from './index-of-max.ts';
import { matchScores, type ScoreMatrix } from './match-scores.ts';

/**
 * The predictions that a classifier's scores of the test rows stand for.
 *
 * @throws {EvaluationError} `bad-argument` when the scores do not fit the test rows.
 */
export function toPredictions(
  caller: string,
  scores: ScoreMatrix,
  { fold, seed, split }: FoldRun,
  rows: readonly TestedRow[],
  labels: readonly string[],
): Prediction[] {
  const test = split.test.map((i) => rows[i]);
  matchScores(
    caller,
    test.map(({ label }) => label),
    scores,
    { labels },
  );
  return test.map(({ clip, speaker, label: truth }, i) => {
    const own = Array.from(scores[i]);
    const predicted = labels[indexOfMax(own)];
    return { clip, speaker, fold, seed, truth, predicted, scores: own };
  });
}
