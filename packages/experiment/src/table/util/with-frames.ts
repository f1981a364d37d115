import type { ExtractorConfig } from '@ser/features';
import type { ParquetColumn } from '../parquet/column.ts';
import { type OpenTable, readNumbers } from './read-cells.ts';
import { FRAME_COLUMN } from './table-columns.ts';

/** An extractor of sequences with the number of frames that the clips have, and a check of them. */
export function withFrames(
  table: OpenTable,
  columns: ReadonlyMap<string, ParquetColumn>,
  extractor: ExtractorConfig,
): ExtractorConfig {
  const column = columns.get(FRAME_COLUMN);
  if (!column) throw new Error(`it lacks the column ${FRAME_COLUMN}`);
  const counts = new Float64Array(table.footer.rows);
  const put = (line: number, value: number): void => {
    counts[line] = value;
  };
  readNumbers(table, column, put, (line) => `row ${line}`);
  const second = counts.indexOf(0, 1);
  const frames = extractor.frames ?? (second === -1 ? counts.length : second);
  if (frames === 0)
    throw new Error('it has no rows, so that nobody knows how many frames a clip has');
  const wrong = counts.findIndex((value, line) => value !== line % frames);
  if (wrong !== -1) {
    throw new Error(
      `its column ${FRAME_COLUMN} must count from 0 to ${frames - 1} for each clip, ` +
        `got ${counts[wrong]} in row ${wrong}`,
    );
  }
  return { ...extractor, frames };
}
