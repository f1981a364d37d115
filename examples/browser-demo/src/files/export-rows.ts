import { EMOTIONS } from '../parts/emotions.ts';
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
}

export function exportRows(entries: readonly FileEntry[]): ExportRow[] {
  return entries.map(({ name, state, analysis: { duration, answer }, error }) => ({
    file: name,
    state,
    duration: duration ?? null,
    label: answer?.scores[0]?.label ?? null,
    speech: answer?.speech ?? null,
    familiar: answer?.familiar ?? null,
    scores: Object.fromEntries(answer?.scores.map(({ label, score }) => [label, score]) ?? []),
    error,
  }));
}

/** A table as RFC 4180 has it, a column for each label. */
export function toCsv(rows: readonly ExportRow[]): string {
  const labels = [...new Set([...EMOTIONS, ...rows.flatMap((row) => Object.keys(row.scores))])];
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
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  const text = String(value ?? '');
  // A spreadsheet runs what begins like a formula; numbers of ours are none.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
