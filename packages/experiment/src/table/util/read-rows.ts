import { ORIGINAL, type Row } from '@ser/eval';
import type { ParquetColumn } from '../parquet/column.ts';
import { type OpenTable, readTexts } from './read-cells.ts';
import { KEY_COLUMNS, MOST_LABELS, RECORDING_COLUMN } from './table-columns.ts';

/** Without them a row is none. */
const REQUIRED = ['clip', 'label'] as const;

/** A column of {@link Row}. */
type KeyColumn = (typeof KEY_COLUMNS)[number] | typeof RECORDING_COLUMN;

/**
 * What the rows of a file are. Numbers become their decimal text. Without a column, or a value in
 * it, nobody knows the speaker, and there is no condition and no recording; a file without variants
 * holds originals.
 *
 * @param columns by their names
 * @param frames lines of each row
 */
export function readRows(
  table: OpenTable,
  columns: ReadonlyMap<string, ParquetColumn>,
  frames: number,
): Row[] {
  const missing = REQUIRED.filter((name) => !columns.has(name));
  if (missing.length > 0) throw new Error(`it lacks the column ${missing.join(', ')}`);
  const texts = (name: KeyColumn): readonly (string | null)[] | undefined => {
    const column = columns.get(name);
    if (!column) return undefined;
    const values = readTexts(table, column);
    if (frames > 1) checkLines(name, values, frames);
    return values;
  };
  const [clip, label, speaker, condition, variant] = KEY_COLUMNS.map(texts);
  const recording = texts(RECORDING_COLUMN);
  const needed = (name: string, values: readonly (string | null)[] | undefined, line: number) => {
    const value = values?.[line];
    if (typeof value === 'string') return value;
    throw new Error(`its column ${name} must hold text, got null in row ${line}`);
  };
  const rows = Array.from({ length: table.footer.rows / frames }, (_, i): Row => {
    const line = i * frames;
    const [ownCondition, ownRecording] = [condition?.[line] ?? '', recording?.[line] ?? ''];
    return {
      clip: needed('clip', clip, line),
      label: needed('label', label, line),
      speaker: speaker?.[line] ?? '',
      variant: variant ? needed('variant', variant, line) : ORIGINAL,
      ...(ownCondition !== '' && { condition: ownCondition }),
      ...(ownRecording !== '' && { recording: ownRecording }),
    };
  });
  checkLabels(rows);
  return rows;
}

/** All lines of a row must say the same. */
function checkLines(name: string, values: readonly (string | null)[], frames: number): void {
  const line = values.findIndex((value, i) => value !== values[i - (i % frames)]);
  if (line === -1) return;
  throw new Error(
    `its rows must stand clip by clip, ${frames} frames each, ` +
      `got another ${name} in row ${line}; sort them by clip, variant and frame`,
  );
}

function checkLabels(rows: readonly Row[]): void {
  const { size } = new Set(rows.map(({ label }) => label));
  if (size <= MOST_LABELS) return;
  throw new Error(
    `its column label must hold at most ${MOST_LABELS} different labels, got ${size}`,
  );
}
