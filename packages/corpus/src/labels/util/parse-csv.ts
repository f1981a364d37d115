import Papa from 'papaparse';
import { CorpusError } from '../../corpus-error.ts';

/** One row that is not empty. */
export interface CsvRow {
  /** Where it starts, from 1. */
  line: number;
  /** Without spaces around them. */
  fields: readonly string[];
}

/** What makes a table of labels unreadable, at a line of it. */
export type FailAt = (line: number, expected: string, got: string) => never;

/** How `labelsFromCsv` fails on a text that is called `name`. */
export function createFailAt(name: string | undefined): FailAt {
  return (line, expected, got) => {
    const message = `labelsFromCsv: line ${line} of ${name ?? '`text`'} ${expected}, got ${got}`;
    throw new CorpusError('bad-csv', message, { file: name, line });
  };
}

/**
 * The rows of a text as RFC 4180 has them, quotes and line breaks within them included.
 *
 * @param text Without a byte order mark; lines end with `\n`.
 * @param limit How many rows to read. Default 0: all.
 */
export function parseCsv(
  text: string,
  { delimiter, failAt, limit = 0 }: { delimiter: string; failAt: FailAt; limit?: number },
): CsvRow[] {
  const rows: CsvRow[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview: limit,
    step({ data, errors: [error], meta }) {
      if (error) failAt(line, 'must be a row whose quotes are closed', `"${error.message}"`);
      const fields = data.map((field) => field.trim());
      if (fields.some((field) => field !== '')) rows.push({ line, fields });
      line += text.slice(start, meta.cursor).split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return rows;
}
