import { EvaluationError } from '../evaluation-error.ts';
import { checkTargets } from './check-targets.ts';
import { chooseLabels, type Label } from './label.ts';

/** A score for each class of each sample; [shape=(samples, classes)]. */
export type ScoreMatrix = ArrayLike<ArrayLike<number>>;

/** An option of the metrics of scores. */
export interface ScoreOptions {
  /** The class of each column of the scores; else the sorted labels of `yTrue`. */
  labels?: readonly Label[];
  /** How much each sample counts; 1 each unless given. */
  sampleWeight?: ArrayLike<number>;
}

/** Arguments that were checked. */
export interface CheckedScores {
  classes: readonly Label[];
  /** The column of each sample's true class. */
  columns: Int32Array;
  weight: (i: number) => number;
  totalWeight: number;
}

/**
 * Checks that every sample has a finite score for every class, and that its own class is one of
 * them.
 */
export function checkScores(
  caller: string,
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  { labels, sampleWeight }: ScoreOptions,
): CheckedScores {
  const fail = (expected: string, got: string | number): never => {
    throw new EvaluationError('bad-argument', `${caller}: ${expected}, got ${got}`);
  };
  if (yScore.length !== yTrue.length) {
    fail(`\`yScore\` must have a row for each of ${yTrue.length} samples`, yScore.length);
  }
  const weight = checkTargets(caller, yTrue, yTrue, sampleWeight);
  const classes = chooseLabels(caller, labels, yTrue);
  if (classes.length < 2) fail('there must be two classes or more', classes.length);
  const indexOf = new Map(classes.map((label, i) => [label, i]));
  let totalWeight = 0;
  const columns = Int32Array.from({ length: yTrue.length }, (_, i) => {
    const row = yScore[i];
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

/** Checks that every score is a probability; rows must sum to 1 within rounding to float32. */
export function checkProbabilities(caller: string, yProba: ScoreMatrix): void {
  for (let i = 0; i < yProba.length; i++) {
    let sum = 0;
    for (let k = 0; k < yProba[i].length; k++) {
      const p = yProba[i][k];
      if (!(p >= 0 && p <= 1)) {
        const message = `${caller}: \`yProba\` must be in [0, 1], got ${p} in row ${i}`;
        throw new EvaluationError('bad-argument', message);
      }
      sum += p;
    }
    // A softmax in float32 over a few classes errs by some 1e-7.
    if (Math.abs(sum - 1) > 1e-5) {
      const message = `${caller}: each row of \`yProba\` must sum to 1, got ${sum} in row ${i}`;
      throw new EvaluationError('bad-argument', message);
    }
  }
}
