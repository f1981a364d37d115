import type { Row } from '../splits/row.ts';
import type { Split } from '../splits/split.ts';

/** The fields of a row that a cross-validation needs. */
export type TestedRow = Pick<Row, 'clip' | 'label' | 'speaker'>;

/** One fold to train and test with one seed. */
export interface FoldRun {
  /** The number of the fold, from 1. */
  fold: number;
  /** The seed to train with, one of the options' `seeds`. */
  seed: number;
  /** The name under which `done` keeps its predictions, such as `fold1-seed0`. */
  key: string;
  split: Split;
  /** Aborted when the cross-validation is to end. Default: none. */
  signal?: AbortSignal;
}
