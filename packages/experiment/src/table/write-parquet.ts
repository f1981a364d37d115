import { gzipSync } from 'fflate';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Table } from './table.ts';
import { FRAME_COLUMN, KEY_COLUMNS, METADATA_KEY, RECORDING_COLUMN } from './util/table-columns.ts';

/**
 * Writes a table as Parquet: columns that say what a row is (`clip`, `label`, `speaker`,
 * `condition`, `variant`, and `recording` where some row has one), then one float column a feature.
 * A table of sequences has a row a frame, and `frame` counts them. The rest is JSON in the file's
 * metadata, under `ser.table`.
 */
export function writeParquet({
  extractor,
  variants,
  labels,
  names,
  shape,
  rows,
  x,
}: Table): Uint8Array {
  const metadata = { version: 1, extractor, variants, labels, shape };
  const frames = shape.length > 1 ? shape[0] : 1;
  const count = rows.length * frames;
  const perLine = <T>(value: (row: number, frame: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => value(Math.floor(i / frames), i % frames));
  const hasRecordings = rows.some(({ recording }) => recording !== undefined);
  const keys = [...KEY_COLUMNS, ...(hasRecordings ? [RECORDING_COLUMN] : [])].map(
    (name): ColumnSource => ({
      name,
      type: 'STRING',
      data: perLine((row) => rows[row][name] ?? ''),
    }),
  );
  const frame: ColumnSource = {
    name: FRAME_COLUMN,
    type: 'INT32',
    data: shape.length > 1 ? perLine((_, t) => t) : [],
  };
  const features = names.map(
    (name, j): ColumnSource => ({
      name,
      type: 'FLOAT',
      data: Float32Array.from({ length: count }, (_, i) => x[i * names.length + j]),
      // Bytes of the same significance stand together: neighbours alike, which gzip likes.
      encoding: 'BYTE_STREAM_SPLIT',
    }),
  );
  const columns = [...keys, ...(shape.length > 1 ? [frame] : []), ...features];
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((column) => ({ ...column, nullable: false })),
      codec: 'GZIP',
      // No time in the header: the same table gives the same bytes.
      compressors: { GZIP: (bytes) => gzipSync(bytes, { level: 9, mtime: 0 }) },
      rowGroupSize: Math.max(count, 1),
      statistics: false,
      kvMetadata: [{ key: METADATA_KEY, value: JSON.stringify(metadata) }],
      createdBy: 'ser',
    }),
  );
}
