import type { Prediction } from '@ser/eval';
import type { EpochLogs } from '@ser/model';
import type { DetailedScore } from './score.ts';

/** What training on one split found. */
export interface TrainedSplit {
  /** The figures of each epoch; none of a model that is fitted in one go. */
  history: EpochLogs[];
  /** Median over the steps of this call; 0 where none was left to take. */
  millisecondsPerStep: number;
  /** The figures of the final weights on each side of the split. */
  train: DetailedScore;
  /** Null where nothing was validated on. */
  validation: DetailedScore | null;
  test: DetailedScore;
  /** Of the test clips. */
  predictions: Prediction[];
  /** Of `weights.bin`, in hexadecimal; empty where the platform has no digest. */
  weightsSha256: string;
}
