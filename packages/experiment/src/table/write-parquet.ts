import { ByteWriter } from 'hyparquet-writer';
import { rowSize, type Table } from './table.ts';
import { groupRows, TableEncoder } from './util/table-encoder.ts';

/**
 * Writes a table as Parquet: columns that say what a row is (`clip`, `label`, `speaker`,
 * `condition`, `variant`, and `recording` where some row has one), then one float column a feature.
 * A table of sequences has a row a frame, and `frame` counts them. The rest is JSON in the file's
 * metadata, under `ser.table`. Rows stand in groups of at most 32 MiB, as `createTableWriter`
 * writes them, whose bytes these are.
 */
export function writeParquet(table: Table): Uint8Array {
  const { variants, rows, x, shape } = table;
  const hasRecordings = rows.some(({ recording }) => recording !== undefined);
  const writer = new ByteWriter();
  const encoder = new TableEncoder(writer, { ...table, variants, hasRecordings });
  const size = rowSize(table);
  const step = groupRows(shape);
  for (let start = 0; start < rows.length; start += step) {
    const end = Math.min(start + step, rows.length);
    encoder.addGroup(rows.slice(start, end), x.subarray(start * size, end * size));
  }
  encoder.finish();
  return writer.getBytes().slice();
}
