import { PROTOCOLS, type Split } from '@ser/eval';
import type { FileStore } from '@ser/model';
import type { Plan } from '../plan/plan.ts';
import { splitRows } from '../plan/split-rows.ts';
import { extractorOf } from '../recipe/extractor-of.ts';
import { formatRun } from '../report/format-run.ts';
import { runHtml } from '../report/run-html.ts';
import type { Reporter } from '../reporter.ts';
import { checkTable } from '../table/check-table.ts';
import { planRows } from '../table/plan-rows.ts';
import type { Table } from '../table/table.ts';
import { RUN_FILES } from './run-files.ts';
import { figures, type Score } from './score.ts';
import { recordSplit } from './split-record.ts';
import { writeJson, writeText } from './util/json-files.ts';
import { writePredictions } from './util/predictions-file.ts';
import { keepProvenance } from './util/provenance.ts';
import { type TrainedSplit, trainSplit } from './util/train-split.ts';

/** Where a run writes, and who watches. */
export interface RunPorts {
  store: FileStore;
  /** Default: none. */
  reporter?: Reporter;
  /** Ends training after a step or an epoch; what follows is always finished. Default: none. */
  signal?: AbortSignal;
  /** Versions to keep beside the run, by name. Default: none. */
  versions?: Record<string, string>;
}

/** The figures of a run; plain JSON. */
export interface RunSummary {
  recipe: string;
  protocol: string;
  /** Whether clips that trained also tested, in another variant. */
  leaks: boolean;
  fold: number;
  backend: string;
  seed: number;
  epochs: number;
  millisecondsPerStep: number;
  train: Score;
  validation: Score;
  test: Score;
  /** Of `weights.bin`, in hexadecimal. */
  weightsSha256: string;
}

/** What {@link run} found. */
export interface RunResult extends TrainedSplit {
  plan: Plan;
  summary: RunSummary;
  /** For people, as `report.txt` keeps it. */
  report: string;
}

/**
 * Trains and tests one fold of a plan, and leaves everything about it in the store: the plan, the
 * split, the model, history, predictions, reports and, last, the figures. The tfjs backend is the
 * caller's: it must be set, and must be able to train.
 *
 * A store with an unfinished run goes on with it: the weights in the end are those of a run that was
 * never interrupted, bit for bit.
 *
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError for a table that does not fit the plan; the signal's reason when aborted
 *
 * @example
 * const result = await run(plan, table, { store: indexedDbStore('runs') });
 * result.summary.test.uar;
 */
export async function run(plan: Plan, table: Table, ports: RunPorts): Promise<RunResult> {
  const { store, versions = {} } = ports;
  checkTable(store.name, table, extractorOf(plan.recipe));
  const rows = planRows(store.name, table, plan);
  const split = splitRows(rows.rows, plan);
  await keepProvenance(store, rows, versions);
  return runSplit(plan, rows, split, ports);
}

/** {@link run} on rows that have been checked, chosen and split. */
export async function runSplit(
  plan: Plan,
  table: Table,
  split: Split,
  { store, reporter, signal }: RunPorts,
): Promise<RunResult> {
  if (!(await store.read(RUN_FILES.plan))) await writeJson(store, RUN_FILES.plan, plan);
  await writeJson(store, RUN_FILES.split, recordSplit(table.rows, split));
  const trained = await trainSplit(plan, table, split, { store, reporter, signal });

  const { train, validation, test, history, millisecondsPerStep, weightsSha256 } = trained;
  const { recipe, protocol, fold, backend, seed } = plan;
  const summary: RunSummary = {
    recipe: recipe.name,
    protocol,
    leaks: PROTOCOLS[protocol].leaks,
    fold,
    backend,
    seed,
    epochs: history.length,
    millisecondsPerStep,
    train: figures(train),
    validation: figures(validation),
    test: figures(test),
    weightsSha256,
  };
  const report = formatRun(plan, trained);
  const predictions = { labels: table.labels, predictions: trained.predictions };
  await writeText(store, RUN_FILES.report, report);
  await writePredictions(store, predictions);
  await writeText(store, RUN_FILES.html, runHtml(plan, predictions, history));
  await writeJson(store, RUN_FILES.metrics, { ...summary, train, validation, test });
  await store.remove(RUN_FILES.state);
  return { ...trained, plan, summary, report };
}
