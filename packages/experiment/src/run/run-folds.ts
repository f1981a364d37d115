import { crossValidate } from '@ser/eval';
import { nestedStore } from '@ser/model';
import { dealtNote } from '../plan/dealt-note.ts';
import type { Plan } from '../plan/plan.ts';
import { splitNotes } from '../plan/split-notes.ts';
import { checkSplitSize, foldCount, splitFolds } from '../plan/split-rows.ts';
import { formatFolds } from '../report/format-folds.ts';
import { runHtml } from '../report/run-html.ts';
import { type FoldSummary, summarizeFolds } from '../report/summarize-folds.ts';
import type { Table } from '../table/table.ts';
import type { Predictions } from './predictions.ts';
import { RUN_FILES } from './run-files.ts';
import type { RunPorts } from './run-ports.ts';
import { score } from './score.ts';
import { checkPlan } from './util/check-plan.ts';
import { checkPorts } from './util/check-ports.ts';
import { chooseRows } from './util/choose-rows.ts';
import { type ExpectedRun, readFinishedRuns } from './util/finished-runs.ts';
import { writeJson, writeText } from './util/json-files.ts';
import { hasPlan, keepPlan } from './util/keep-plan.ts';
import { keepProvenance } from './util/keep-provenance.ts';
import { writePredictions } from './util/predictions-file.ts';
import { runSplit } from './util/run-split.ts';

/** What {@link runFolds} found. */
export interface FoldsResult extends Predictions {
  summary: FoldSummary;
  /** For people, as `report.txt` keeps it. */
  report: string;
}

/**
 * Trains and tests every fold of a plan's protocol with every seed, each run in a folder of its own
 * in the store (`fold1-seed0`, …), and averages their figures. Runs that are finished there are
 * kept, one that was interrupted goes on.
 *
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError `bad-argument` for a plan of another kind or backend, `bad-plan` for
 *   none; for a table that
 *   does not fit the plan; for a store whose cross-validation was begun with another plan
 *   (`other-plan`) or other rows (`other-data`), or holds a file that is none of it (`bad-file`).
 *   The signal's reason when aborted
 */
export async function runFolds(plan: Plan, table: Table, ports: RunPorts): Promise<FoldsResult> {
  checkPorts('runFolds', ports);
  const { store, reporter, signal, versions = {} } = ports;
  checkPlan('runFolds', 'plan', plan, 'cross-validation');
  const chosen = chooseRows(plan, table);
  const { rows, labels } = chosen;
  checkSplitSize(rows, plan, plan.seeds);
  const seeds = Array.from({ length: plan.seeds }, (_, seed) => seed);
  // All of them first: a seed that cannot be split fails before anything is trained.
  const splits = seeds.map((seed) => splitFolds(rows, { ...plan, seed }));
  await keepPlan(store, plan);
  await keepProvenance(store, chosen, versions);

  const folds = foldCount(plan, rows);
  const planOf = ({ fold, seed }: Pick<ExpectedRun, 'fold' | 'seed'>): Plan => ({
    ...plan,
    kind: 'run',
    fold,
    seed,
    seeds: 1,
  });
  const runs = seeds.flatMap((seed) =>
    splits[seed].map(({ test }, i): ExpectedRun => {
      const fold = i + 1;
      return { key: `fold${fold}-seed${seed}`, fold, seed, rows: test.map((row) => rows[row]) };
    }),
  );
  // What cannot go on is known before anything is trained.
  for (const each of runs) await hasPlan(nestedStore(store, each.key), planOf(each));
  const finished = await readFinishedRuns(store, runs, labels);
  const { predictions } = await crossValidate(rows, {
    splits: (seed) => splits[seed],
    seeds,
    labels: [...labels],
    async train({ fold, seed, key, split }) {
      reporter?.({ kind: 'run-begin', fold, folds, seed });
      const own = planOf({ fold, seed });
      const nested = nestedStore(store, key);
      await keepPlan(nested, own);
      const result = await runSplit(own, chosen, split, { store: nested, reporter, signal });
      return result.predictions.map(({ scores }) => scores);
    },
    done: finished,
    onProgress({ fold, seed, done, total, predictions: own }) {
      const { uar, accuracy } = score(own, labels);
      reporter?.({ kind: 'run-end', fold, folds, seed, done, total, uar, accuracy });
    },
    signal,
  });

  const tested = await finished.readTestedRuns();
  const summary = summarizeFolds(plan, { labels, predictions, runs: tested });
  const splitsNotes = splits.flatMap((each) => splitNotes(rows, each));
  const notes = [...dealtNote(plan), ...new Set(splitsNotes)];
  const report = formatFolds(plan, summary, notes);
  await writePredictions(store, { labels, predictions });
  await writeText(store, RUN_FILES.report, report);
  await writeText(store, RUN_FILES.html, runHtml(plan, { labels, predictions }, { notes }));
  await writeJson(store, RUN_FILES.metrics, summary);
  return { labels, predictions, summary, report };
}
