import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkArray } from './check-array.ts';
import { checkTargets } from './check-targets.ts';
import { chooseLabels } from './choose-labels.ts';
import type { Label } from './label.ts';
import { weightOf } from './weight-of.ts';

/** A score for each class of each sample; `[samples, classes]`. */
export type ScoreMatrix = ArrayLike<ArrayLike<number>>;

/** The options of the metrics of scores. */
export interface ScoreOptions {
  /** The class of each column of the scores. Default: the sorted labels of `yTrue`. */
  labels?: readonly Label[];
  /** How much each sample counts. Default: 1 each. */
  sampleWeight?: ArrayLike<number>;
}

export const SCORE_OPTIONS: OptionNames<ScoreOptions> = { labels: true, sampleWeight: true };

/** Scores with their classes, in the form that the metrics need. */
export interface MatchedScores {
  classes: readonly Label[];
  /** The column of each sample's true class. */
  columns: Int32Array;
  weight: (i: number) => number;
  totalWeight: number;
}

/**
 * Matches scores with their classes.
 *
 * @throws {EvaluationError} `bad-argument`, in the name of `caller`, unless every sample has a
 *   finite score for every class, and its own class is one of them.
 */
export function matchScores(
  caller: string,
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  { labels, sampleWeight }: ScoreOptions,
): MatchedScores {
  const fail = (expected: string, got: string | number): never => {
    throw new EvaluationError('bad-argument', `${caller}: ${expected}, got ${got}`);
  };
  checkArray(caller, 'yTrue', yTrue);
  checkArray(caller, 'yScore', yScore);
  if (yScore.length !== yTrue.length) {
    fail(`\`yScore\` must have a row for each of ${yTrue.length} samples`, yScore.length);
  }
  checkTargets(caller, yTrue, yTrue, sampleWeight);
  const weight = weightOf(sampleWeight);
  const classes = chooseLabels(caller, labels, yTrue);
  if (classes.length < 2) fail('there must be two classes or more', classes.length);
  const indexOf = new Map(classes.map((label, i) => [label, i]));
  let totalWeight = 0;
  const columns = Int32Array.from({ length: yTrue.length }, (_, i) => {
    const row = yScore[i];
    checkArray(caller, `yScore[${i}]`, row);
    if (row.length !== classes.length) {
      const expected = `\`yScore\` must have a column for each of ${classes.length} classes`;
      fail(`${expected} (\`labels\` names them)`, `${row.length} in row ${i}`);
    }
    for (let k = 0; k < row.length; k++) {
      if (!Number.isFinite(row[k])) fail('`yScore` must be finite', `${row[k]} in row ${i}`);
    }
    totalWeight += weight(i);
    return (
      indexOf.get(yTrue[i]) ??
      fail('`labels` must name every class of `yTrue`', `none for ${yTrue[i]}`)
    );
  });
  return { classes, columns, weight, totalWeight };
}
