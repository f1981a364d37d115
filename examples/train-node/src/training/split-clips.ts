import type { Split } from '@ser/eval';
import type { TableRow } from '../table/feature-table.ts';

/** Where a run's folder keeps its `SplitClips`. */
export const SPLIT_FILE = 'split.json';

/** Which clips a run trained on, chose with and tested; each id once in a part, sorted. */
export type SplitClips = Record<keyof Split, string[]>;

/** The clips behind the rows of a split. */
export function splitClips(rows: readonly Pick<TableRow, 'clip'>[], split: Split): SplitClips {
  const clips = (indices: readonly number[]): string[] =>
    [...new Set(indices.map((i) => rows[i].clip))].sort();
  return {
    train: clips(split.train),
    validation: clips(split.validation),
    test: clips(split.test),
  };
}
