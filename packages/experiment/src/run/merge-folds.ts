import type { Prediction } from '@ser/eval';
import { type FileStore, nestedStore } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { TestedRun } from '../report/summarize-folds.ts';
import type { FoldRun } from './fold-run.ts';
import type { FoldsResult } from './folds-result.ts';
import { readPlan } from './read-plan.ts';
import { RUN_FILES } from './run-files.ts';
import { isOfAnother, readTestedRun, withRemedy } from './util/finished-runs.ts';
import { hasPlan } from './util/keep-plan.ts';
import { foldRun, planOfRun } from './util/plan-folds.ts';
import { readPredictions } from './util/predictions-file.ts';
import { digestRows, type RecordedRun, readShardRecord } from './util/shard-record.ts';
import { writeFolds } from './util/write-folds.ts';

/** What became of merging the shards of a cross-validation. */
export interface MergedFolds {
  /** Among how many shards the runs are shared. */
  readonly shards: number;
  /** The shards that have not finished all of their runs, ascending. */
  readonly missing: readonly number[];
  /** The runs that are not finished, in their order. */
  readonly missingRuns: readonly FoldRun[];
  /** Undefined while a run is missing; nothing is written then. */
  readonly result: FoldsResult | undefined;
}

/**
 * Writes what `runFolds` writes beside its runs, byte for byte, of runs that `runShard` has trained
 * in this store. The data are not needed.
 *
 * @throws ExperimentError `bad-file` for a store that no shard has begun, or whose runs hold
 *   something else; `other-plan` for a run of another plan
 *
 * @example
 * const { missing, result } = await mergeFolds(store);
 * console.log(result?.report ?? `missing: ${missing}`);
 */
export async function mergeFolds(store: FileStore): Promise<MergedFolds> {
  const plan = await readPlan(store);
  const record = await readShardRecord(store);
  if (plan?.kind !== 'cross-validation' || !record) {
    const file = plan ? RUN_FILES.shards : RUN_FILES.plan;
    throw new ExperimentError(
      'bad-file',
      `${store.name} must be where shards have trained a cross-validation, ` +
        `got none, since ${file} is ${plan && record ? 'that of a single run' : 'missing'}`,
    );
  }
  const { shards, labels, notes } = record;
  const missing = new Set<number>();
  const missingRuns: FoldRun[] = [];
  const runs: TestedRun[] = [];
  const predictions: Prediction[] = [];
  for (const [i, recorded] of record.runs.entries()) {
    const found = await readRun(store, plan, recorded, labels);
    if (found) {
      runs.push(found.tested);
      for (const prediction of found.predictions) predictions.push(prediction);
    } else {
      missing.add(i % shards);
      missingRuns.push(foldRun(recorded.fold, recorded.seed));
    }
  }
  const result =
    missingRuns.length === 0
      ? await writeFolds(store, plan, { labels, predictions, runs, notes })
      : undefined;
  return { shards, missing: [...missing].sort((a, b) => a - b), missingRuns, result };
}

/** What a run has found; undefined where it is not finished. */
async function readRun(
  store: FileStore,
  plan: Plan,
  { fold, seed, rows, sha256, mostBytes }: RecordedRun,
  labels: readonly string[],
): Promise<{ tested: TestedRun; predictions: readonly Prediction[] } | undefined> {
  const run = foldRun(fold, seed);
  const tested = await readTestedRun(store, run, rows);
  if (!tested) return undefined;
  await hasPlan(nestedStore(store, run.key), planOfRun(plan, run));
  const file = `${run.key}/${RUN_FILES.predictions}`;
  const found = await withRemedy(readPredictions(store, file, mostBytes));
  if (!found) return undefined;
  const { predictions } = found;
  const known = new Set(labels);
  const isOwn =
    found.labels.join('\n') === labels.join('\n') &&
    predictions.every(
      (each) =>
        each.fold === fold &&
        each.seed === seed &&
        known.has(each.predicted) &&
        each.scores.length === labels.length,
    ) &&
    (await digestRows(predictions.map(({ clip, speaker, truth }) => [clip, speaker, truth]))) ===
      sha256;
  if (!isOwn) throw isOfAnother(store, file);
  return { tested, predictions };
}
