import type { Row, Split } from '@ser/eval';
import type { FileSource } from '@ser/model';
import * as v from 'valibot';
import { RUN_FILES } from './run-files.ts';
import { readChecked } from './util/json-files.ts';

/** The clips of one side of a split, and whose voices they are; each once, sorted. */
export interface SideRecord {
  clips: string[];
  speakers: string[];
  /** The recordings that clips of this side share with others. Default: none. */
  recordings?: string[];
}

/** Which clips a run trained on, chose with and tested. */
export interface SplitRecord {
  train: SideRecord;
  validation: SideRecord;
  test: SideRecord;
  /** Those whose features, and not their labels, served to adapt to a voice. Default: none. */
  adaptation?: SideRecord;
  /** What a reader of the figures must know of the split, in sentences. Default: nothing. */
  notes?: string[];
}

/** The clips, speakers and recordings behind the rows of a split. */
export function recordSplit(
  rows: readonly Pick<Row, 'clip' | 'speaker' | 'recording'>[],
  split: Split,
  notes: readonly string[] = [],
): SplitRecord {
  const distinct = (values: string[]): string[] => [...new Set(values)].sort();
  const record = (indices: readonly number[]): SideRecord => {
    const recordings = distinct(indices.flatMap((i) => rows[i].recording ?? []));
    return {
      clips: distinct(indices.map((i) => rows[i].clip)),
      speakers: distinct(indices.map((i) => rows[i].speaker)),
      ...(recordings.length > 0 && { recordings }),
    };
  };
  return {
    train: record(split.train),
    validation: record(split.validation),
    test: record(split.test),
    ...(split.adaptation && { adaptation: record(split.adaptation) }),
    ...(notes.length > 0 && { notes: [...notes] }),
  };
}

/** The most bytes of a record: those of a million clips. */
const MOST_RECORD_BYTES = 64 * 2 ** 20;

const texts = v.array(v.string());
const side = v.object({ clips: texts, speakers: texts, recordings: v.optional(texts) });
const schema: v.GenericSchema<unknown, SplitRecord> = v.object({
  train: side,
  validation: side,
  test: side,
  adaptation: v.optional(side),
  notes: v.optional(texts),
});

/**
 * The record that a run left in its store; undefined where there is none, as beside models that
 * other programs made.
 *
 * @throws ExperimentError `bad-file` when it holds something else
 */
export function readSplitRecord(store: FileSource): Promise<SplitRecord | undefined> {
  return readChecked(store, RUN_FILES.split, schema, MOST_RECORD_BYTES);
}
