import { crossValidate } from '@ser/eval';
import { nestedStore } from '@ser/model';
import type { Plan } from '../plan/plan.ts';
import { foldCount, splitFolds } from '../plan/split-rows.ts';
import { formatFolds } from '../report/format-folds.ts';
import { runHtml } from '../report/run-html.ts';
import { type FoldSummary, summarizeFolds } from '../report/summarize-folds.ts';
import type { Table } from '../table/table.ts';
import type { Predictions } from './predictions.ts';
import { RUN_FILES } from './run-files.ts';
import type { RunPorts } from './run-ports.ts';
import { score } from './score.ts';
import { checkPlan } from './util/check-plan.ts';
import { chooseRows } from './util/choose-rows.ts';
import { finishedRuns } from './util/finished-runs.ts';
import { writeJson, writeText } from './util/json-files.ts';
import { keepPlan } from './util/keep-plan.ts';
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
 * @throws ExperimentError `bad-argument` for a plan of another kind or backend; for a table that
 *   does not fit the plan; for a store whose cross-validation was begun with another plan
 *   (`other-plan`) or other rows (`other-data`), or holds a file that is none of it (`bad-file`).
 *   The signal's reason when aborted
 */
export async function runFolds(plan: Plan, table: Table, ports: RunPorts): Promise<FoldsResult> {
  const { store, reporter, signal, versions = {} } = ports;
  checkPlan('runFolds', 'plan', plan, 'cross-validation');
  const chosen = chooseRows(plan, table);
  const { rows, labels } = chosen;
  const seeds = Array.from({ length: plan.seeds }, (_, seed) => seed);
  // All of them first: a seed that cannot be split fails before anything is trained.
  const splits = seeds.map((seed) => splitFolds(rows, { ...plan, seed }));
  await keepPlan(store, plan);
  await keepProvenance(store, chosen, versions);

  const folds = foldCount(plan);
  const finished = finishedRuns(store);
  const { predictions } = await crossValidate(rows, {
    splits: (seed) => splits[seed],
    seeds,
    labels: [...labels],
    async train({ fold, seed, key, split }) {
      reporter?.({ kind: 'run-begin', fold, folds, seed });
      const own: Plan = { ...plan, kind: 'run', fold, seed, seeds: 1 };
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

  const runs = await finished.readTestedRuns();
  const summary = summarizeFolds(plan, { labels, predictions, runs });
  const report = formatFolds(plan, summary);
  await writePredictions(store, { labels, predictions });
  await writeText(store, RUN_FILES.report, report);
  await writeText(store, RUN_FILES.html, runHtml(plan, { labels, predictions }));
  await writeJson(store, RUN_FILES.metrics, summary);
  return { labels, predictions, summary, report };
}
