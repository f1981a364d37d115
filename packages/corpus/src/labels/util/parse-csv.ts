import Papa from 'papaparse';

/** One row that is not empty. */
export interface CsvRow {
  /** The line that it starts on, from 1. */
  line: number;
  /** The fields, without spaces around them. */
  fields: readonly string[];
  /** What is wrong with its quotes. Default: none. */
  error?: string;
}

/**
 * The rows of a text in the form of RFC 4180. A quoted field may hold line breaks.
 *
 * @param text Has no byte order mark. Its lines end with `\n`.
 * @param options.limit How many rows to read. Default: all.
 */
export function parseCsv(
  text: string,
  { delimiter, limit = Number.POSITIVE_INFINITY }: { delimiter: string; limit?: number },
): CsvRow[] {
  const rows: CsvRow[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors: [error], meta }, parser) {
      const fields = data.map((field) => field.trim());
      if (fields.some((field) => field !== '')) rows.push({ line, fields, error: error?.message });
      if (rows.length >= limit) parser.abort();
      line += text.slice(start, meta.cursor).split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return rows;
}
