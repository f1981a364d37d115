import type { Row } from '@ser/eval';
import {
  type ColumnSource,
  ParquetWriter,
  schemaFromColumnData,
  type Writer,
} from 'hyparquet-writer';
import type { Table } from '../table.ts';
import { FRAME_COLUMN, KEY_COLUMNS, METADATA_KEY, RECORDING_COLUMN } from './table-columns.ts';

/** The most numbers of one group of rows: 32 MiB. */
const GROUP_VALUES = 2 ** 23;
/** The most lines of one group: what says what they are takes memory, too. */
const GROUP_LINES = 2 ** 17;

/** What a file says of its rows together. */
export interface EncodedHead extends Pick<Table, 'extractor' | 'labels' | 'names' | 'shape'> {
  readonly variants: Table['variants'];
  /** Whether the file has the column of the clips' recordings. */
  readonly hasRecordings: boolean;
}

/**
 * How many rows of a shape stand together in a file. It depends on nothing else, so that the same
 * rows give the same file, however they came.
 */
export function groupRows(shape: readonly number[]): number {
  const size = shape.reduce((product, length) => product * length, 1);
  const frames = shape.length > 1 ? shape[0] : 1;
  const most = Math.min(Math.floor(GROUP_VALUES / size), Math.floor(GROUP_LINES / frames));
  return Math.max(1, most);
}

/** Encodes a table as Parquet, a group of rows at a time. */
export class TableEncoder {
  readonly #head: EncodedHead;
  readonly #metadata: { key: string; value: string }[];
  readonly #parquet: ParquetWriter;

  constructor(writer: Writer, head: EncodedHead) {
    const { extractor, variants, labels, shape } = head;
    const metadata = { version: 1, extractor, variants, labels, shape };
    this.#head = head;
    this.#metadata = [{ key: METADATA_KEY, value: JSON.stringify(metadata) }];
    this.#parquet = new ParquetWriter({
      writer,
      schema: schemaFromColumnData({ columnData: columnsOf(head, [], new Float32Array()) }),
      // gzip takes eight times the time, for files that are 3 to 15 % smaller.
      codec: 'SNAPPY',
      statistics: false,
      kvMetadata: this.#metadata,
      createdBy: 'ser',
    });
  }

  /** Adds rows as one group. @returns a promise where the writer's `flush` gives one */
  addGroup(rows: readonly Row[], x: Float32Array): void | Promise<void> {
    const columnData = columnsOf(this.#head, rows, x).map(({ type: _, ...column }) => column);
    return this.#parquet.write({
      columnData,
      rowGroupSize: Math.max(1, columnData[0].data.length),
    });
  }

  /** Ends the file. @param metadata beside what the table says of itself */
  finish(metadata: Readonly<Record<string, string>> = {}): void | Promise<void> {
    for (const [key, value] of Object.entries(metadata)) this.#metadata.push({ key, value });
    return this.#parquet.finish();
  }
}

function columnsOf(
  { names, shape, hasRecordings }: EncodedHead,
  rows: readonly Row[],
  x: Float32Array,
): ColumnSource[] {
  const frames = shape.length > 1 ? shape[0] : 1;
  const count = rows.length * frames;
  const perLine = <T>(value: (row: number, frame: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => value(Math.floor(i / frames), i % frames));
  const keys = [...KEY_COLUMNS, ...(hasRecordings ? [RECORDING_COLUMN] : [])].map(
    (name): ColumnSource => ({
      name,
      type: 'STRING',
      data: perLine((row) => rows[row][name] ?? ''),
    }),
  );
  const frame: ColumnSource = { name: FRAME_COLUMN, type: 'INT32', data: perLine((_, t) => t) };
  const features = toColumns(x, names.length, count).map(
    (data, j): ColumnSource => ({
      name: names[j],
      type: 'FLOAT',
      data,
      // Bytes of the same significance stand together: neighbours alike, which packs well.
      encoding: 'BYTE_STREAM_SPLIT',
    }),
  );
  const columns = [...keys, ...(shape.length > 1 ? [frame] : []), ...features];
  return columns.map((column) => ({ ...column, nullable: false }));
}

/** Columns that are taken out of the rows together, as they lie in one line of the processor. */
const BLOCK = 16;

/** Of numbers that stand row by row. */
function toColumns(x: Float32Array, width: number, count: number): Float32Array[] {
  const columns = Array.from({ length: width }, () => new Float32Array(count));
  for (let first = 0; first < width; first += BLOCK) {
    const end = Math.min(first + BLOCK, width);
    for (let i = 0; i < count; i++) {
      for (let j = first; j < end; j++) columns[j][i] = x[i * width + j];
    }
  }
  return columns;
}
