import { ORIGINAL, type Row } from '@ser/eval';
import type { Budget } from '../parquet/budget.ts';
import type { Footer } from '../parquet/footer.ts';
import { readChunks } from '../parquet/read-chunks.ts';
import type { TableSource } from '../table-source.ts';
import { FrameCounter } from './frame-counter.ts';
import { readNumbers, readTexts } from './read-cells.ts';
import { MOST_LABELS } from './table-columns.ts';
import type { KeyColumn, TableLayout } from './table-layout.ts';

/** Texts of the lines of a group of rows, by their columns. */
type KeyTexts = ReadonlyMap<KeyColumn, readonly (string | null)[]>;

/**
 * What the rows of a file are, and how many lines each has. Numbers become their decimal text.
 * Without a column, or a value in it, nobody knows the speaker, and there is no condition and no
 * recording; a file without variants holds originals. Groups of rows are read one after the other.
 */
export async function readRows(
  source: TableSource,
  { groups, rows: total }: Footer,
  { keys, frame, extractor }: TableLayout,
  budget: Budget,
): Promise<{ rows: Row[]; frames: number }> {
  const counter = frame && new FrameCounter(extractor.frames ?? undefined, total);
  const columns = [...keys.values(), ...(frame ? [frame] : [])];
  const rows: Row[] = [];
  let texts: KeyTexts = new Map();
  // The texts of the row that a line belongs to.
  let own: ReadonlyMap<KeyColumn, string | null> = new Map();
  let first = 0;
  for (const group of groups) {
    const read = new Map<KeyColumn, (string | null)[]>();
    for await (const { column, chunk } of readChunks(source, group, columns)) {
      if (column === frame) {
        const counts = new Float64Array(group.rows);
        const start = first;
        readNumbers(chunk, column, budget, counts, (line) => `row ${start + line}`);
        counter?.add(counts);
      } else read.set(column.name as KeyColumn, readTexts(chunk, column, budget));
    }
    texts = read;
    const frames = counter ? counter.frames : 1;
    for (let i = 0; i < group.rows; i++) {
      const line = first + i;
      // As long as nobody knows the number of frames, this is the first row.
      if (frames === undefined ? line === 0 : line % frames === 0) {
        own = new Map(Array.from(texts, ([name, values]) => [name, values[i]]));
        rows.push(rowOf(own, line));
      } else checkLine(texts, own, { i, line, frames });
    }
    first += group.rows;
  }
  const frames = counter ? counter.whole() : 1;
  if (total % frames !== 0) {
    throw new Error(`its ${total} rows are no whole clips of ${frames} frames`);
  }
  checkLabels(rows);
  return { rows, frames };
}

function rowOf(texts: ReadonlyMap<KeyColumn, string | null>, line: number): Row {
  const needed = (name: KeyColumn): string => {
    const value = texts.get(name);
    if (typeof value === 'string') return value;
    throw new Error(`its column ${name} must hold text, got null in row ${line}`);
  };
  const [condition, recording] = [texts.get('condition') ?? '', texts.get('recording') ?? ''];
  return {
    clip: needed('clip'),
    label: needed('label'),
    speaker: texts.get('speaker') ?? '',
    variant: texts.has('variant') ? needed('variant') : ORIGINAL,
    ...(condition !== '' && { condition }),
    ...(recording !== '' && { recording }),
  };
}

/** All lines of a row must say the same. */
function checkLine(
  texts: KeyTexts,
  own: ReadonlyMap<KeyColumn, string | null>,
  { i, line, frames }: { i: number; line: number; frames: number | undefined },
): void {
  for (const [name, values] of texts) {
    if (values[i] === own.get(name)) continue;
    throw new Error(
      `its rows must stand clip by clip, ${frames === undefined ? '' : `${frames} frames each, `}` +
        `got another ${name} in row ${line}; sort them by clip, variant and frame`,
    );
  }
}

function checkLabels(rows: readonly Row[]): void {
  const { size } = new Set(rows.map(({ label }) => label));
  if (size <= MOST_LABELS) return;
  throw new Error(
    `its column label must hold at most ${MOST_LABELS} different labels, got ${size}`,
  );
}
