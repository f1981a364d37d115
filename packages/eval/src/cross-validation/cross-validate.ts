import { checkDisjoint } from '../util/check-disjoint.ts';
import { checkFunction } from '../util/check-function.ts';
import { checkList } from '../util/check-list.ts';
import { checkObject, checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRuns } from '../util/check-runs.ts';
import { checkStoredPredictions } from '../util/check-stored-predictions.ts';
import { checkStrings } from '../util/check-strings.ts';
import { toPredictions } from '../util/to-predictions.ts';
import { uniqueLabels } from '../util/unique-labels.ts';
import { CROSS_VALIDATE_OPTIONS, type CrossValidateOptions } from './cross-validate-options.ts';
import type { FoldRun, TestedRow } from './fold-run.ts';
import type { Prediction } from './prediction.ts';

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
 *   exist, the scores do not fit the test rows, or `done` holds the predictions of other rows;
 *   `leaked-group` when one of `groups` is tested and known from training.
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
    groups,
    train,
    done,
    onProgress,
    signal,
  } = checkOptions(caller, options, CROSS_VALIDATE_OPTIONS);
  checkObjects(caller, 'rows', rows, ['clip', 'label', 'speaker']);
  checkList(caller, 'seeds', seeds);
  checkFunction(caller, 'train', train);
  if (onProgress !== undefined) checkFunction(caller, 'onProgress', onProgress);
  if (signal !== undefined) {
    checkObject(caller, 'signal', signal);
    checkFunction(caller, 'signal.throwIfAborted', signal.throwIfAborted);
  }
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
  if (groups !== undefined) {
    for (const { split } of runs) {
      checkList(caller, 'split.train', split.train);
      checkList(caller, 'split.validation', split.validation);
      const known = [...split.train, ...split.validation];
      checkDisjoint(caller, { known, test: split.test }, groups);
    }
  }
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
    checkList(caller, 'splits', folds);
    return folds.map((split, i) => ({
      fold: i + 1,
      seed,
      key: `fold${i + 1}-seed${seed}`,
      split,
      ...(signal && { signal }),
    }));
  });
}
