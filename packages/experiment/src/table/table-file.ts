import type { Row } from '@ser/eval';
import type { Table } from './table.ts';
import type { ClipFingerprint } from './util/clip-fingerprints.ts';

/** A table whose numbers are still in its file. */
export interface TableFile extends Omit<Table, 'x'> {
  /** Of the file, for messages. */
  readonly file: string;
  /** By which recordings are found again, by clip; undefined where the file has none. */
  readonly fingerprints: ReadonlyMap<string, ClipFingerprint> | undefined;
  /**
   * The table in parts, in the order of its rows: a group of rows of the file at a time, which of
   * our own has at most 32 MiB.
   *
   * @throws ExperimentError `bad-table` for numbers that are none; the error of the source
   */
  parts(): AsyncGenerator<Table, void, undefined>;
  /**
   * The rows that are wanted, with their numbers, in the order of the file. Groups without any are
   * not read.
   *
   * @param filter whether a row is wanted. Default: all
   * @throws ExperimentError as `parts`
   */
  load(filter?: (row: Row, index: number) => boolean): Promise<Table>;
}
