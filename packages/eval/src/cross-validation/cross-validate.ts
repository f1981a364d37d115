import { EvaluationError } from '../evaluation-error.ts';
import type { Row, Split } from '../splits/row.ts';
import { checkScores, type ScoreMatrix } from '../util/check-scores.ts';
import { uniqueLabels } from '../util/label.ts';

/** What a classifier predicted of one test clip in one run; plain JSON. */
export interface Prediction {
  clip: string;
  /** Who speaks; '' where nobody knows. */
  speaker: string;
  /** From 1. */
  fold: number;
  seed: number;
  /** The label of the clip. */
  truth: string;
  /** The label with the highest score, the first of equals. */
  predicted: string;
  /** One for each of `CrossValidation.labels`. */
  scores: number[];
}

/** What a cross-validation must know of a row. */
type TestedRow = Pick<Row, 'clip' | 'label' | 'speaker'>;

/** One fold to train and test with one seed. */
export interface FoldRun {
  /** From 1. */
  fold: number;
  seed: number;
  /** The name under which `done` keeps its predictions, such as `fold1-seed0`. */
  key: string;
  split: Split;
  signal?: AbortSignal;
}

/** Where finished runs are kept; a `Map` will do, and so will a folder of JSON files. */
export interface DoneRuns {
  get(key: string): Prediction[] | undefined | Promise<Prediction[] | undefined>;
  set(key: string, predictions: Prediction[]): unknown;
}

export interface CrossValidationProgress {
  fold: number;
  seed: number;
  /** Runs that are finished, this one included. */
  done: number;
  total: number;
  /** Whether it was taken from `done` and not trained. */
  resumed: boolean;
  predictions: Prediction[];
}

export interface CrossValidateOptions {
  /** The folds, or how to draw them for a seed. */
  splits: readonly Split[] | ((seed: number) => readonly Split[]);
  /** `[0]` unless given. */
  seeds?: readonly number[];
  /** The class of each column of the scores; else the sorted labels of all rows. */
  labels?: readonly string[];
  /**
   * Trains on `split.train`, chooses on `split.validation`, and gives a score for each class of
   * each row of `split.test`, in that order; [shape=(test rows, classes)].
   */
  train: (run: FoldRun) => ScoreMatrix | Promise<ScoreMatrix>;
  /** Finished runs of an earlier call, which are not trained again; grows run by run. */
  done?: DoneRuns;
  onProgress?: (progress: CrossValidationProgress) => void;
  signal?: AbortSignal;
}

export interface CrossValidation {
  labels: string[];
  /** Of every test clip in every run: any metric can be computed from them later. */
  predictions: Prediction[];
}

/**
 * Trains and tests every fold with every seed, one after the other.
 *
 * A run that `done` has is taken from there, so an interrupted cross-validation goes on where it
 * stopped.
 *
 * @throws {EvaluationError} `bad-argument` when there is nothing to run, a tested row does not
 *   exist, the scores do not fit the
 *   test rows, or `done` holds the predictions of other rows; the signal's reason between two
 *   runs; whatever `train` throws.
 *
 * @example
 * const { predictions } = await crossValidate(rows, {
 *   splits: (seed) => clipSplits(rows, { seed }),
 *   seeds: [0, 1, 2],
 *   train: async ({ split, seed }) => trainAndScore(split, seed),
 * });
 * scoreFolds(predictions, ({ yTrue, yPred }) => balancedAccuracyScore(yTrue, yPred));
 */
export async function crossValidate(
  rows: readonly TestedRow[],
  { splits, seeds = [0], labels, train, done, onProgress, signal }: CrossValidateOptions,
): Promise<CrossValidation> {
  const classes =
    labels ??
    (uniqueLabels(
      'crossValidate',
      rows.map(({ label }) => label),
    ) as string[]);
  const runs = seeds.flatMap((seed) =>
    (typeof splits === 'function' ? splits(seed) : splits).map(
      (split, i): FoldRun => ({
        fold: i + 1,
        seed,
        key: `fold${i + 1}-seed${seed}`,
        split,
        ...(signal && { signal }),
      }),
    ),
  );
  if (new Set(runs.map(({ key }) => key)).size < runs.length || runs.length === 0) {
    throw new EvaluationError(
      'bad-argument',
      `crossValidate: \`splits\` and \`seeds\` must give one run or more, each once, ` +
        `got ${runs.length} with the seeds ${seeds.join(', ') || 'none'}`,
    );
  }
  for (const { key, split } of runs) {
    const other = split.test.find((index) => rows[index] === undefined);
    if (other !== undefined) {
      throw new EvaluationError(
        'bad-argument',
        `crossValidate: \`splits\` must hold indices of the ${rows.length} rows, got ${other} in ${key}`,
      );
    }
  }
  const predictions: Prediction[] = [];
  for (const [i, run] of runs.entries()) {
    signal?.throwIfAborted();
    const earlier = await done?.get(run.key);
    if (earlier) checkEarlier(earlier, run, rows, classes.length);
    const found = earlier ?? toPredictions(await train(run), run, rows, classes);
    if (!earlier) await done?.set(run.key, found);
    predictions.push(...found);
    const { fold, seed } = run;
    const resumed = earlier !== undefined;
    onProgress?.({ fold, seed, done: i + 1, total: runs.length, resumed, predictions: found });
  }
  return { labels: [...classes], predictions };
}

function toPredictions(
  scores: ScoreMatrix,
  { fold, seed, split }: FoldRun,
  rows: readonly TestedRow[],
  labels: readonly string[],
): Prediction[] {
  const test = split.test.map((i) => rows[i]);
  checkScores(
    'crossValidate',
    test.map(({ label }) => label),
    scores,
    { labels },
  );
  return test.map(({ clip, speaker, label: truth }, i) => {
    const own = Array.from(scores[i]);
    const predicted = labels[own.indexOf(Math.max(...own))];
    return { clip, speaker, fold, seed, truth, predicted, scores: own };
  });
}

function checkEarlier(
  earlier: readonly Prediction[],
  { key, split }: FoldRun,
  rows: readonly TestedRow[],
  classes: number,
): void {
  const fits =
    earlier.length === split.test.length &&
    earlier.every(
      ({ clip, speaker, truth, scores }, i) =>
        clip === rows[split.test[i]].clip &&
        speaker === rows[split.test[i]].speaker &&
        truth === rows[split.test[i]].label &&
        scores.length === classes,
    );
  if (!fits) {
    throw new EvaluationError(
      'bad-argument',
      `crossValidate: \`done\` must hold the ${split.test.length} test rows of ${key}, ` +
        `got ${earlier.length} predictions of other rows or classes`,
    );
  }
}
