import type { Row } from '@ser/eval';
import { createExtractor, type ExtractorConfig } from '@ser/features';
import { ExperimentError } from '../../experiment-error.ts';
import { Budget } from '../parquet/budget.ts';
import { type Footer, readFooter } from '../parquet/footer.ts';
import { rowSize, type Table } from '../table.ts';
import type { TableFile } from '../table-file.ts';
import type { TableSource } from '../table-source.ts';
import { CheckedSource } from './checked-source.ts';
import { parseFingerprints } from './clip-fingerprints.ts';
import { GroupReader } from './group-reader.ts';
import { readRows } from './read-rows.ts';
import { FINGERPRINTS_KEY } from './table-columns.ts';
import { findLayout, type TableLayout } from './table-layout.ts';

/** Bytes of what says what a row is, beside the numbers of its features. */
const ROW_BYTES = 128;
const FLOAT_BYTES = 4;
/** What a part may unpack to beyond 32 times its size, in bytes: our own has 32 MiB of numbers. */
const PART_BYTES = 2 ** 27;

/** {@link openTable} with an extractor that was checked. */
export async function openFile(
  given: TableSource,
  asked: ExtractorConfig | undefined,
): Promise<TableFile> {
  const source = new CheckedSource(given);
  const file = source.name;
  const refuse = (cause: unknown): never => {
    throw source.errorOf(cause);
  };
  const open = async () => {
    const footer = await readFooter(source);
    const layout = findLayout(file, footer, asked);
    const budget = new Budget(source.size);
    budget.spend(footer.rows * ROW_BYTES);
    const { rows, frames } = await readRows(source, footer, layout, budget);
    const fingerprints = footer.metadata.get(FINGERPRINTS_KEY);
    return {
      footer,
      layout,
      frames,
      head: headOf(layout, rows, frames),
      fingerprints: fingerprints === undefined ? undefined : parseFingerprints(file, fingerprints),
    };
  };
  const { footer, layout, frames, head, fingerprints } = await open().catch(refuse);
  const groups = new GroupReader(source, footer, layout, (line) => {
    const { clip, variant } = head.rows[Math.floor(line / frames)];
    return `row ${line}, which is clip ${clip} (${variant})`;
  });
  const shared = { source, footer, head, frames, groups };
  return {
    ...head,
    file,
    fingerprints,
    async *parts() {
      const parts = readParts(shared);
      for (;;) {
        const { value, done } = await parts.next().catch(refuse);
        if (done || !value) return;
        yield value;
      }
    },
    async load(filter) {
      if (filter !== undefined && typeof filter !== 'function') {
        throw new ExperimentError(
          'bad-argument',
          `load: \`filter\` must be a function, got ${String(filter)}`,
        );
      }
      const wanted = filter
        ? head.rows.flatMap((row, i) => (filter(row, i) ? [i] : []))
        : undefined;
      return loadRows(shared, wanted).catch(refuse);
    },
  };
}

interface Opened {
  source: TableSource;
  footer: Footer;
  head: Omit<Table, 'x'>;
  /** Lines of each row. */
  frames: number;
  groups: GroupReader;
}

function headOf(
  { extractor: found, frame, metadata, names }: TableLayout,
  rows: readonly Row[],
  frames: number,
): Omit<Table, 'x'> {
  const extractor = frame ? { ...found, frames } : found;
  const { shape } = createExtractor(extractor);
  if (metadata && metadata.shape.join() !== shape.join()) {
    throw new Error(
      `its rows have the shape [${shape.join(', ')}], and its metadata say ` +
        `[${metadata.shape.join(', ')}]`,
    );
  }
  const labels = metadata?.labels ?? [...new Set(rows.map(({ label }) => label))].sort();
  const { variants } = metadata ?? {};
  return { extractor, ...(variants && { variants }), labels, names, shape, rows };
}

/** The rows that end in each group; one that goes on in the next group is kept for that. */
async function* readParts({ source, footer, head, frames, groups }: Opened): AsyncGenerator<Table> {
  const width = head.names.length;
  const carried = new Budget(source.size);
  let kept = new Float32Array();
  let row = 0;
  let line = 0;
  for (const [g, group] of footer.groups.entries()) {
    if (group.rows === 0) continue;
    const budget = new Budget(groups.bytesOf(g), PART_BYTES);
    const end = line + group.rows;
    budget.spend((end - row * frames) * width * FLOAT_BYTES);
    carried.spend(kept.byteLength);
    const x = new Float32Array((end - row * frames) * width);
    x.set(kept);
    await groups.read(g, budget, x, kept.length);
    const next = Math.floor(end / frames);
    const whole = (next - row) * frames * width;
    kept = x.slice(whole);
    if (next > row) {
      yield {
        ...head,
        rows: head.rows.slice(row, next),
        x: whole === x.length ? x : x.slice(0, whole),
      };
    }
    row = next;
    line = end;
  }
}

/** @param wanted indices of rows, rising. Default: all */
async function loadRows(
  { source, footer, head, frames, groups }: Opened,
  wanted: readonly number[] | undefined,
): Promise<Table> {
  const width = head.names.length;
  const size = rowSize(head);
  const count = wanted?.length ?? head.rows.length;
  const budget = new Budget(source.size);
  budget.spend(count * size * FLOAT_BYTES);
  const x = new Float32Array(count * size);
  if (count === head.rows.length) {
    let line = 0;
    for (const [g, group] of footer.groups.entries()) {
      await groups.read(g, budget, x, line * width);
      line += group.rows;
    }
    return { ...head, x };
  }
  const indices = wanted ?? [];
  let line = 0;
  let next = 0;
  for (const [g, group] of footer.groups.entries()) {
    const end = line + group.rows;
    if (next < indices.length && indices[next] * frames < end && group.rows > 0) {
      budget.spend(group.rows * width * FLOAT_BYTES);
      const lines = new Float32Array(group.rows * width);
      await groups.read(g, budget, lines, 0);
      for (let i = next; i < indices.length && indices[i] * frames < end; i++) {
        const from = Math.max(line, indices[i] * frames);
        const to = Math.min(end, (indices[i] + 1) * frames);
        const at = i * size + (from - indices[i] * frames) * width;
        x.set(lines.subarray((from - line) * width, (to - line) * width), at);
        // A row that goes on in the next group is looked at again there.
        if (to === (indices[i] + 1) * frames) next = i + 1;
      }
    }
    line = end;
  }
  return { ...head, rows: indices.map((i) => head.rows[i]), x };
}
