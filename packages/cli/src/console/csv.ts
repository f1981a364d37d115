import { visible } from './visible.ts';

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@]./;

/** A line of a table of comma-separated values: null is empty. */
export function csvLine(fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map(csvField).join(',')}\n`;
}

/** A path as a field: none is taken for a formula, and each still leads to the same file. */
export function csvPath(path: string): string {
  return FORMULA.test(path) ? `./${path}` : path;
}

/** RFC 4180, with what a terminal would obey as its escape. */
function csvField(field: string | number | boolean | null): string {
  const text = visible(String(field ?? ''));
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
