import { crossValidate } from '@ser/eval';
import { nestedStore } from '@ser/model';
import * as v from 'valibot';
import type { Plan } from '../plan/plan.ts';
import { foldCount, splitFolds } from '../plan/split-rows.ts';
import { extractorOf } from '../recipe/extractor-of.ts';
import { formatFolds } from '../report/format-folds.ts';
import { runHtml } from '../report/run-html.ts';
import { type FoldSummary, summarizeFolds, type TestedRun } from '../report/summarize-folds.ts';
import { checkTable } from '../table/check-table.ts';
import { planRows } from '../table/plan-rows.ts';
import type { Table } from '../table/table.ts';
import { type RunPorts, runSplit } from './run.ts';
import { RUN_FILES } from './run-files.ts';
import { score } from './score.ts';
import { readChecked, writeJson, writeText } from './util/json-files.ts';
import { type Predictions, readPredictions, writePredictions } from './util/predictions-file.ts';
import { keepProvenance } from './util/provenance.ts';

/** What {@link crossvalidate} found. */
export interface CrossvalidateResult extends Predictions {
  summary: FoldSummary;
  /** For people, as `report.txt` keeps it. */
  report: string;
}

/**
 * Trains and tests every fold of a plan's protocol with every seed, each run in a folder of its own
 * in the store (`fold1-seed0`, …), and averages their figures. Runs that are finished there are
 * kept, one that was interrupted goes on.
 *
 * @throws ExperimentError for a table that does not fit the plan; the signal's reason when aborted
 */
export async function crossvalidate(
  plan: Plan,
  table: Table,
  ports: RunPorts,
): Promise<CrossvalidateResult> {
  const { store, reporter, signal, versions = {} } = ports;
  checkTable(store.name, table, extractorOf(plan.recipe));
  const data = planRows(store.name, table, plan);
  const { rows, labels } = data;
  const splits = new Map(
    Array.from({ length: plan.seeds }, (_, seed) => [seed, splitFolds(rows, { ...plan, seed })]),
  );
  await keepProvenance(store, data, versions);
  if (!(await store.read(RUN_FILES.plan))) await writeJson(store, RUN_FILES.plan, plan);

  const folds = foldCount(plan);
  const { predictions } = await crossValidate(rows, {
    splits: (seed) => splits.get(seed) ?? [],
    seeds: [...splits.keys()],
    labels: [...labels],
    train: async ({ fold, seed, key, split }) => {
      reporter?.({ kind: 'run-begin', fold, folds, seed });
      const own: Plan = { ...plan, kind: 'run', fold, seed, seeds: 1 };
      const result = await runSplit(own, data, split, {
        store: nestedStore(store, key),
        reporter,
        signal,
      });
      return result.predictions.map(({ scores }) => scores);
    },
    done: {
      // The figures are written last: where they are, the predictions are whole.
      get: async (key) => {
        const isFinished = (await store.read(`${key}/${RUN_FILES.metrics}`)) !== undefined;
        const found = isFinished
          ? await readPredictions(store, `${key}/${RUN_FILES.predictions}`)
          : undefined;
        return found && [...found.predictions];
      },
      set: () => {}, // `train` has written them
    },
    onProgress: ({ fold, seed, done, total, predictions: own }) => {
      const { uar, accuracy } = score(own, labels);
      reporter?.({ kind: 'run-end', fold, folds, seed, done, total, uar, accuracy });
    },
    signal,
  });

  const keys = new Set(predictions.map(({ fold, seed }) => `fold${fold}-seed${seed}`));
  const runs = await Promise.all(
    [...keys].map((key) => readChecked(store, `${key}/${RUN_FILES.metrics}`, testedRun)),
  );
  const summary = summarizeFolds(plan, {
    labels,
    predictions,
    runs: runs.filter((found) => found !== undefined),
  });
  const report = formatFolds(summary);
  await writePredictions(store, { labels, predictions });
  await writeText(store, RUN_FILES.report, report);
  await writeText(store, RUN_FILES.html, runHtml(plan, { labels, predictions }));
  await writeJson(store, RUN_FILES.metrics, summary);
  return { labels, predictions, summary, report };
}

/** What of a run's `metrics.json` the summary needs. */
const testedRun: v.GenericSchema<unknown, TestedRun> = v.object({
  fold: v.number(),
  seed: v.number(),
  epochs: v.number(),
  test: v.object({ n: v.number(), accuracy: v.number(), uar: v.number(), macroF1: v.number() }),
});
