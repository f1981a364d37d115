import type { Row, Split } from '@ser/eval';
import type { FileSource } from '@ser/model';
import * as v from 'valibot';
import { RUN_FILES } from './run-files.ts';
import { readChecked } from './util/json-files.ts';

/** The clips of one side of a split, and whose voices they are; each once, sorted. */
export interface SideRecord {
  clips: string[];
  speakers: string[];
}

/** Which clips a run trained on, chose with and tested. */
export type SplitRecord = Record<keyof Split, SideRecord>;

/** The clips and speakers behind the rows of a split. */
export function recordSplit(
  rows: readonly Pick<Row, 'clip' | 'speaker'>[],
  split: Split,
): SplitRecord {
  const distinct = (values: string[]): string[] => [...new Set(values)].sort();
  const record = (indices: readonly number[]): SideRecord => ({
    clips: distinct(indices.map((i) => rows[i].clip)),
    speakers: distinct(indices.map((i) => rows[i].speaker)),
  });
  return {
    train: record(split.train),
    validation: record(split.validation),
    test: record(split.test),
  };
}

const side = v.object({ clips: v.array(v.string()), speakers: v.array(v.string()) });
const schema: v.GenericSchema<unknown, SplitRecord> = v.object({
  train: side,
  validation: side,
  test: side,
});

/**
 * The record that a run left in its store; undefined where there is none, as beside models that
 * other programs made.
 *
 * @throws ExperimentError `bad-file` when it holds something else
 */
export function readSplitRecord(store: FileSource): Promise<SplitRecord | undefined> {
  return readChecked(store, RUN_FILES.split, schema);
}
