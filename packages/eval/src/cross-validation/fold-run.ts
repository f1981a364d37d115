import type { Row } from '../splits/row.ts';
import type { Split } from '../splits/split.ts';

/** What a cross-validation must know of a row. */
export type TestedRow = Pick<Row, 'clip' | 'label' | 'speaker'>;

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
