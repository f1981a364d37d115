import { EMOTIONS } from '../parts/emotions.ts';
import type { TimelineWindow } from '../recognition/analysis.ts';
import type { FileEntry } from './file-entry.ts';

/** What is exported of a file. */
export interface ExportRow {
  readonly file: string;
  readonly state: FileEntry['state'];
  /** Seconds; null where the file was not read. */
  readonly duration: number | null;
  readonly label: string | null;
  readonly speech: boolean | null;
  readonly familiar: boolean | null;
  /** By label. */
  readonly scores: Readonly<Record<string, number>>;
  readonly error: string;
  /** The scores over time. */
  readonly windows: readonly WindowRow[];
}

/** What is exported of a stretch of a sound. */
interface WindowRow {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly speech: boolean;
  readonly familiar: boolean | null;
  /** By label. */
  readonly scores: Readonly<Record<string, number>>;
}

export function exportRows(entries: readonly FileEntry[]): ExportRow[] {
  return entries.map(({ name, state, analysis: { duration, answer, timeline }, error }) => ({
    file: name,
    state,
    duration: duration ?? null,
    label: answer?.scores[0]?.label ?? null,
    speech: answer?.speech ?? null,
    familiar: answer?.familiar ?? null,
    scores: byLabel(answer?.scores ?? []),
    error,
    windows: windowRows(timeline?.windows ?? []),
  }));
}

const byLabel = (scores: TimelineWindow['scores']): Record<string, number> =>
  Object.fromEntries(scores.map(({ label, score }) => [label, score]));

const windowRows = (windows: readonly TimelineWindow[]): WindowRow[] =>
  windows.map(({ start, end, speech, familiar, scores }) => ({
    start,
    end,
    speech,
    familiar,
    scores: byLabel(scores),
  }));

/** The files as a table, a column for each label; without the scores over time. */
export function toCsv(rows: readonly ExportRow[]): string {
  const labels = labelsOf(rows);
  const head = ['file', 'state', 'duration', 'label', 'speech', 'familiar', ...labels, 'error'];
  const lines = rows.map((row) => [
    row.file,
    row.state,
    row.duration,
    row.label,
    row.speech,
    row.familiar,
    ...labels.map((label) => row.scores[label] ?? null),
    row.error,
  ]);
  return csvOf([head, ...lines]);
}

/** The scores of a sound over time as a table. */
export function windowsCsv(windows: readonly TimelineWindow[]): string {
  const rows = windowRows(windows);
  const labels = labelsOf(rows);
  const lines = rows.map(({ start, end, speech, familiar, scores }) => [
    start,
    end,
    speech,
    familiar,
    ...labels.map((label) => scores[label] ?? null),
  ]);
  return csvOf([['start', 'end', 'speech', 'familiar', ...labels], ...lines]);
}

const labelsOf = (rows: readonly Pick<WindowRow, 'scores'>[]): string[] => [
  ...new Set([...EMOTIONS, ...rows.flatMap((row) => Object.keys(row.scores))]),
];

type Cell = string | number | boolean | null;

/** A table as RFC 4180 has it. */
const csvOf = (lines: readonly (readonly Cell[])[]): string =>
  lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('');

function cellOf(value: Cell): string {
  const text = String(value ?? '');
  // A spreadsheet runs what begins like a formula; numbers of ours are none.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
