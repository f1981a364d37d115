import type { Row } from '@ser/eval';
import { ExperimentError } from '../../experiment-error.ts';
import type { TableFile } from '../table-file.ts';

/** A row of a merged table, and where its numbers are. */
export interface MergedRow {
  readonly row: Row;
  /** Of the tables. */
  readonly part: number;
  /** Of the row in its table. */
  readonly index: number;
}

/**
 * The rows of all tables, sorted by their clips' ids; those of one clip in the order of their table.
 *
 * @param recordings of clips, by their id. Default: those of the rows
 * @throws ExperimentError `duplicate-clip`
 */
export function mergedRows(
  parts: readonly Pick<TableFile, 'file' | 'rows'>[],
  recordings: ReadonlyMap<string, string> | undefined,
): MergedRow[] {
  const clips = new Map<string, { part: number; rows: MergedRow[]; variants: Set<string> }>();
  for (const [part, { file, rows }] of parts.entries()) {
    for (const [index, row] of rows.entries()) {
      const known = clips.get(row.clip);
      const clip = known ?? { part, rows: [], variants: new Set() };
      if (clip.part !== part || clip.variants.has(row.variant)) {
        const where =
          clip.part === part ? `twice in ${file}` : `in ${parts[clip.part].file} and in ${file}`;
        throw new ExperimentError(
          'duplicate-clip',
          `mergeTables: each clip must stand in one table once, got ${row.clip} (${row.variant}) ${where}`,
        );
      }
      clip.variants.add(row.variant);
      clip.rows.push({ row: recordings ? withRecording(row, recordings) : row, part, index });
      if (!known) clips.set(row.clip, clip);
    }
  }
  const ids = [...clips.keys()].sort();
  return ids.flatMap((id) => clips.get(id)?.rows ?? []);
}

function withRecording(row: Row, recordings: ReadonlyMap<string, string>): Row {
  const { recording: _, ...rest } = row;
  const recording = recordings.get(row.clip);
  return recording === undefined ? rest : { ...rest, recording };
}
