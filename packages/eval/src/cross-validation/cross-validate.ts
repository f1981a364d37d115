import type { OptionNames } from '@ser/internal';
import type { Split } from '../splits/split.ts';
import { checkArray } from '../util/check-array.ts';
import { checkFunction } from '../util/check-function.ts';
import { checkObject, checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRuns } from '../util/check-runs.ts';
import { checkStoredPredictions } from '../util/check-stored-predictions.ts';
import { checkStrings } from '../util/check-strings.ts';
import type { ScoreMatrix } from '../util/match-scores.ts';
import { toPredictions } from '../util/to-predictions.ts';
import { uniqueLabels } from '../util/unique-labels.ts';
import type { FoldRun, TestedRow } from './fold-run.ts';
import type { Prediction } from './prediction.ts';

/** Where finished runs are kept, such as a `Map` or a folder of JSON files. */
export interface DoneRuns {
  get(key: string): Prediction[] | undefined | Promise<Prediction[] | undefined>;
  set(key: string, predictions: Prediction[]): unknown;
}

/** What `onProgress` is told after each run. */
export interface CrossValidationProgress {
  fold: number;
  /** The seed of this run, one of `seeds`. */
  seed: number;
  /** Runs that are finished, this one included. */
  done: number;
  total: number;
  /** Whether it was taken from `done` and not trained. */
  resumed: boolean;
  predictions: Prediction[];
}

/** The options of `crossValidate`. */
export interface CrossValidateOptions {
  /** The folds, or how to draw them for a seed. */
  splits: readonly Split[] | ((seed: number) => readonly Split[]);
  /** Every fold is trained once with each seed. Default `[0]`. */
  seeds?: readonly number[];
  /** The class of each column of the scores. Default: the sorted labels of all rows. */
  labels?: readonly string[];
  /**
   * Trains on `split.train` and chooses on `split.validation`. It returns a score for each class
   * of each row of `split.test`, in that order; `[test rows, classes]`.
   */
  train: (run: FoldRun) => ScoreMatrix | Promise<ScoreMatrix>;
  /**
   * Finished runs of an earlier call, which are not trained again. Each run is added when it is
   * finished. Default: none.
   */
  done?: DoneRuns;
  /** Called after each run. Default: none. */
  onProgress?: (progress: CrossValidationProgress) => void;
  /** Ends the call between two runs. `train` gets it too. Default: none. */
  signal?: AbortSignal;
}

const OPTIONS: OptionNames<CrossValidateOptions> = {
  splits: true,
  seeds: true,
  labels: true,
  train: true,
  done: true,
  onProgress: true,
  signal: true,
};

/** What `crossValidate` gives. */
export interface CrossValidation {
  labels: string[];
  /** Of every test clip in every run, so that any metric can be computed from them. */
  predictions: Prediction[];
}

/**
 * Trains and tests every fold with every seed, one after the other.
 *
 * A run that is in `done` is not trained again, so an interrupted cross-validation goes on where it
 * stopped.
 *
 * @throws {EvaluationError} `bad-argument` when there is nothing to run, a tested row does not
 *   exist, the scores do not fit the test rows, or `done` holds the predictions of other rows.
 *   Throws the signal's reason between two runs, and what `train` throws.
 * @see scikit-learn's `cross_val_predict`
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
  options: CrossValidateOptions,
): Promise<CrossValidation> {
  const caller = 'crossValidate';
  const {
    splits,
    seeds = [0],
    labels,
    train,
    done,
    onProgress,
    signal,
  } = checkOptions(caller, options, OPTIONS);
  checkObjects(caller, 'rows', rows, ['clip', 'label', 'speaker']);
  checkArray(caller, 'seeds', seeds);
  checkFunction(caller, 'train', train);
  if (onProgress !== undefined) checkFunction(caller, 'onProgress', onProgress);
  if (done !== undefined) {
    checkObject(caller, 'done', done);
    checkFunction(caller, 'done.get', done.get);
    checkFunction(caller, 'done.set', done.set);
  }
  if (labels) checkStrings(caller, 'labels', labels);
  const classes =
    labels ??
    uniqueLabels(
      caller,
      rows.map(({ label }) => label),
    );
  const runs = toRuns(caller, { splits, seeds: [...seeds], signal });
  checkRuns(caller, runs, seeds, rows);
  const predictions: Prediction[] = [];
  for (const [i, run] of runs.entries()) {
    signal?.throwIfAborted();
    const stored = await done?.get(run.key);
    if (stored) checkStoredPredictions(caller, 'done', stored, run, rows, classes.length);
    const own = stored ?? toPredictions(caller, await train(run), run, rows, classes);
    if (!stored) await done?.set(run.key, own);
    for (const prediction of own) predictions.push(prediction);
    const { fold, seed } = run;
    const resumed = stored !== undefined;
    onProgress?.({ fold, seed, done: i + 1, total: runs.length, resumed, predictions: own });
  }
  return { labels: [...classes], predictions };
}

function toRuns(
  caller: string,
  { splits, seeds, signal }: Pick<CrossValidateOptions, 'splits' | 'signal'> & { seeds: number[] },
): FoldRun[] {
  return seeds.flatMap((seed) => {
    const folds = typeof splits === 'function' ? splits(seed) : splits;
    checkArray(caller, 'splits', folds);
    return folds.map((split, i) => ({
      fold: i + 1,
      seed,
      key: `fold${i + 1}-seed${seed}`,
      split,
      ...(signal && { signal }),
    }));
  });
}
