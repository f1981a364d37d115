import type { Split } from '@ser/eval';
import { dealtNote } from '../../plan/dealt-note.ts';
import type { Plan } from '../../plan/plan.ts';
import { splitNotes } from '../../plan/split-notes.ts';
import { checkSplitSize, foldCount, splitFolds } from '../../plan/split-rows.ts';
import type { AnyTable } from '../../table/table.ts';
import type { FoldRun } from '../fold-run.ts';
import { chooseRows } from './choose-rows.ts';
import type { ExpectedRun } from './finished-runs.ts';

/** A run that is to be trained. */
export interface PlannedRun extends ExpectedRun {
  /** Its own plan, as `run` takes it. */
  readonly plan: Plan;
  readonly split: Split;
}

/** What a cross-validation comes to on a table. */
export interface PlannedFolds {
  /** The rows that the plan chooses. */
  readonly chosen: AnyTable;
  /** How many test folds each seed has. */
  readonly folds: number;
  readonly seeds: readonly number[];
  /** The splits of each seed. */
  readonly splits: readonly (readonly Split[])[];
  /** All runs, the folds of the first seed first. */
  readonly runs: readonly PlannedRun[];
  /** What a reader of the figures must know of the splits, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The runs of a cross-validation. All are split at once: a seed that cannot be split fails before
 * anything is trained.
 *
 * @throws as `splitFolds`
 */
export function planFolds(plan: Plan, table: AnyTable): PlannedFolds {
  const chosen = chooseRows(plan, table);
  const { rows } = chosen;
  checkSplitSize(rows, plan, plan.seeds);
  const seeds = Array.from({ length: plan.seeds }, (_, seed) => seed);
  const splits = seeds.map((seed) => splitFolds(rows, { ...plan, seed }));
  const runs = seeds.flatMap((seed) =>
    splits[seed].map((split, i): PlannedRun => {
      const run = foldRun(i + 1, seed);
      return {
        ...run,
        plan: planOfRun(plan, run),
        split,
        rows: split.test.map((row) => rows[row]),
      };
    }),
  );
  const splitsNotes = splits.flatMap((each) => splitNotes(rows, each));
  const notes = [...dealtNote(plan), ...new Set(splitsNotes)];
  return { chosen, folds: foldCount(plan, rows), seeds, splits, runs, notes };
}

/** A run of a cross-validation, with the name of its folder. */
export function foldRun(fold: number, seed: number): FoldRun {
  return { key: `fold${fold}-seed${seed}`, fold, seed };
}

/** The plan of one run of a cross-validation. */
export function planOfRun(plan: Plan, { fold, seed }: Omit<FoldRun, 'key'>): Plan {
  return { ...plan, kind: 'run', fold, seed, seeds: 1 };
}
