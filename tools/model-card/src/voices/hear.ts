import type { Split } from '@ser/eval';
import { type Plan, splitFolds, type Table } from '@ser/experiment';

/** How many clips of a voice are heard before it is tested; `'all'` are all others. */
export type Heard = 'all' | number;

/** The splits of an adapted plan's folds where so many clips are heard, drawn by a seed. */
export function hear(table: Table, plan: Plan, heard: Heard, seed: number): Split[] {
  return splitFolds(table.rows, { ...plan, adaptation: heard, seed });
}
