import { PROTOCOLS, type Split } from '@ser/eval';
import { dealtNote } from '../../plan/dealt-note.ts';
import type { Plan } from '../../plan/plan.ts';
import { splitNotes } from '../../plan/split-notes.ts';
import { foldCount } from '../../plan/split-rows.ts';
import { formatRun } from '../../report/format-run.ts';
import { runHtml } from '../../report/run-html.ts';
import type { AnyTable } from '../../table/table.ts';
import { RUN_FILES } from '../run-files.ts';
import type { RunPorts } from '../run-ports.ts';
import type { RunResult, RunSummary } from '../run-result.ts';
import { figuresOf } from '../score.ts';
import { recordSplit } from '../split-record.ts';
import type { TrainedSplit } from '../trained-split.ts';
import { writeJson, writeText } from './json-files.ts';
import { writePredictions } from './predictions-file.ts';
import { trainSplit } from './train-split.ts';

/**
 * Trains, tests and reports one split of a plan whose store has it already. The figures are removed
 * first and written last: where they are, everything else is.
 *
 * @param table the rows that the split is of
 */
export async function runSplit(
  plan: Plan,
  table: AnyTable,
  split: Split,
  ports: RunPorts,
): Promise<RunResult> {
  const { store } = ports;
  await store.remove(RUN_FILES.metrics);
  const notes = [...dealtNote(plan), ...splitNotes(table.rows, [split])];
  await writeJson(store, RUN_FILES.split, recordSplit(table.rows, split, notes));
  const trained = await trainSplit(plan, table, split, ports);

  const { train, validation, test, history } = trained;
  const summary = summarize(plan, trained);
  const folds = foldCount(plan, table.rows);
  const report = formatRun(plan, trained, { notes, folds });
  const predictions = { labels: table.labels, predictions: trained.predictions };
  await writeText(store, RUN_FILES.report, report);
  await writePredictions(store, predictions);
  await writeText(store, RUN_FILES.html, runHtml(plan, predictions, { history, notes }));
  await writeJson(store, RUN_FILES.metrics, { ...summary, train, validation, test });
  await store.remove(RUN_FILES.state);
  return { ...trained, plan, summary, report };
}

function summarize(
  { recipe, protocol, adaptation, fold, backend, seed }: Plan,
  { history, millisecondsPerStep, train, validation, test, weightsSha256 }: TrainedSplit,
): RunSummary {
  return {
    recipe: recipe.name,
    protocol,
    ...(adaptation !== null && { adaptation }),
    leaks: PROTOCOLS[protocol].leaks,
    fold,
    backend,
    seed,
    epochs: recipe.fit && history.length,
    millisecondsPerStep: recipe.fit && millisecondsPerStep,
    train: figuresOf(train),
    validation: validation && figuresOf(validation),
    test: figuresOf(test),
    weightsSha256,
  };
}
