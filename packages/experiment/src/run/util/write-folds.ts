import type { FileStore } from '@ser/model';
import type { Plan } from '../../plan/plan.ts';
import { formatFolds } from '../../report/format-folds.ts';
import { runHtml } from '../../report/run-html.ts';
import { summarizeFolds, type TestedRun } from '../../report/summarize-folds.ts';
import type { FoldsResult } from '../folds-result.ts';
import type { Predictions } from '../predictions.ts';
import { RUN_FILES } from '../run-files.ts';
import { writeJson, writeText } from './json-files.ts';
import { writePredictions } from './predictions-file.ts';

/** What all runs of a cross-validation have found. */
export interface FoundFolds extends Predictions {
  runs: readonly TestedRun[];
  /** What a reader of the figures must know of the splits, in sentences. */
  notes: readonly string[];
}

/** Writes what a cross-validation has beside its runs: the figures last, since they say it is done. */
export async function writeFolds(
  store: FileStore,
  plan: Plan,
  { labels, predictions, runs, notes }: FoundFolds,
): Promise<FoldsResult> {
  const summary = summarizeFolds(plan, { labels, predictions, runs, notes });
  const report = formatFolds(plan, summary);
  await writePredictions(store, { labels, predictions });
  await writeText(store, RUN_FILES.report, report);
  await writeText(store, RUN_FILES.html, runHtml(plan, { labels, predictions }, summary));
  await writeJson(store, RUN_FILES.metrics, summary);
  await store.remove(RUN_FILES.shards);
  return { labels, predictions, summary, report };
}
