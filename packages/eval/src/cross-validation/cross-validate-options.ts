import type { OptionNames } from '@ser/internal';
import type { Split } from '../splits/split.ts';
import type { Label } from '../util/label.ts';
import type { ScoreMatrix } from '../util/match-scores.ts';
import type { FoldRun } from './fold-run.ts';
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
   * The group of each row, such as its recording or its speaker. Splits whose tested groups also
   * train or validate are refused before the first training. Default: none.
   */
  groups?: ArrayLike<Label>;
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

export const CROSS_VALIDATE_OPTIONS: OptionNames<CrossValidateOptions> = {
  splits: true,
  seeds: true,
  labels: true,
  groups: true,
  train: true,
  done: true,
  onProgress: true,
  signal: true,
};
