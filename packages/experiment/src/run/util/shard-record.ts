import { type FileSource, type FileStore, sha256 } from '@ser/model';
import * as v from 'valibot';
import { ExperimentError } from '../../experiment-error.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import { wholeNumber } from '../../util/checked.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked, writeJson } from './json-files.ts';
import type { PlannedFolds } from './plan-folds.ts';
import { mostPredictionBytes } from './predictions-file.ts';

/** What merging the shards of a cross-validation needs beside their runs. */
export interface ShardRecord {
  readonly version: 1;
  /** Among how many shards the runs are shared; run i is of the shard i mod `shards`. */
  readonly shards: number;
  readonly labels: readonly string[];
  /** What a reader of the figures must know of the splits, in sentences. */
  readonly notes: readonly string[];
  /** All runs, in their order. */
  readonly runs: readonly RecordedRun[];
}

/** What a run must have predicted. */
export interface RecordedRun {
  readonly fold: number;
  readonly seed: number;
  /** Rows that it tests. */
  readonly rows: number;
  /** Of those rows' clips, speakers and labels; empty where the platform has no digest. */
  readonly sha256: string;
  /** More bytes than its predictions take. */
  readonly mostBytes: number;
}

const texts = v.array(v.string());
const schema: v.GenericSchema<unknown, ShardRecord> = v.object({
  version: v.literal(1),
  shards: wholeNumber(1),
  labels: texts,
  notes: texts,
  runs: v.array(
    v.object({
      fold: wholeNumber(1),
      seed: wholeNumber(0),
      rows: wholeNumber(1),
      sha256: v.string(),
      mostBytes: wholeNumber(1),
    }),
  ),
});

/** A megabyte holds the runs of most cross-validations, and this those of the largest. */
const MOST_RECORD_BYTES = 64 * 2 ** 20;

/** The record in a store; undefined where there is none. */
export function readShardRecord(store: FileSource): Promise<ShardRecord | undefined> {
  return readChecked(store, RUN_FILES.shards, schema, MOST_RECORD_BYTES);
}

/**
 * Writes the record of a new cross-validation, or compares that of one which another shard has
 * begun.
 *
 * @throws ExperimentError `other-shards` where it is shared among another number, `other-data`
 *   where its runs are others
 */
export async function keepShardRecord(
  store: FileStore,
  { chosen: { labels }, runs, notes }: PlannedFolds,
  shards: number,
): Promise<void> {
  const record: ShardRecord = {
    version: 1,
    shards,
    labels,
    notes,
    runs: await Promise.all(
      runs.map(async ({ fold, seed, rows }) => ({
        fold,
        seed,
        rows: rows.length,
        sha256: await digestRows(rows.map(({ clip, speaker, label }) => [clip, speaker, label])),
        mostBytes: mostPredictionBytes(rows, labels),
      })),
    ),
  };
  const earlier = await readShardRecord(store);
  if (!earlier) {
    await writeJson(store, RUN_FILES.shards, record);
  } else if (earlier.shards !== shards) {
    throw new ExperimentError(
      'other-shards',
      `${store.name} is shared among ${earlier.shards} shards, got ${shards}; ` +
        'give the same number, or choose another store',
    );
  } else if (canonicalJson(earlier) !== canonicalJson(record)) {
    throw new ExperimentError(
      'other-data',
      `${store.name}/${RUN_FILES.shards} is of other data; give the same, or choose another store`,
    );
  }
}

/** A digest of clip, speaker and label of each row, in their order. */
export function digestRows(rows: readonly (readonly string[])[]): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(rows)));
}
