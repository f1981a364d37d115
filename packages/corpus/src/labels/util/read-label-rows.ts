import type { Labels } from '../../clip.ts';
import { CorpusError } from '../../corpus-error.ts';
import type { LabelsFromCsvOptions } from '../labels-from-csv-options.ts';
import { pathKey } from './match-path.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';

/** The characters that may separate two fields. */
const DELIMITERS: readonly string[] = [',', ';', '\t'];

/** The labels of one row, and the line that it starts on. */
export interface LabelRow {
  line: number;
  /** As it stands there. */
  file: string;
  labels: Labels;
}

/** Throws the error for a line that must be one thing and is another. */
type FailAt = (line: number, expected: string, got: string) => never;

/** Every row's labels, by the key of its file. */
export function readLabelRows(table: string, options: LabelsFromCsvOptions): Map<string, LabelRow> {
  const failAt: FailAt = (line, expected, got) => {
    const { name } = options;
    const message = `labelsFromCsv: line ${line} of ${name ?? '`text`'} ${expected}, got ${got}`;
    throw new CorpusError('bad-csv', message, { file: name, line });
  };
  const text = table.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter =
    checkDelimiter('labelsFromCsv', 'delimiter', options.delimiter) ?? findDelimiter(text, options);
  const [header, ...rows] = parseCsv(text, { delimiter });
  if (!header) return failAt(1, 'must name the columns', 'no line with text');
  const columns = findColumns(header, options, failAt);

  const found = new Map<string, LabelRow>();
  for (const { line, fields, error } of rows) {
    if (error) failAt(line, 'must have quotes that are closed', `"${error}"`);
    const width = header.fields.length;
    if (fields.length !== width) failAt(line, `must have ${width} fields`, String(fields.length));
    const file = fields[columns.file];
    const label = fields[columns.label];
    if (file === '') failAt(line, 'must name a file', 'an empty field');
    if (label === '') failAt(line, `must have a label for ${file}`, 'an empty field');
    const first = found.get(pathKey(file));
    const condition = fields[columns.condition] ?? '';
    const labels: Labels = {
      label,
      speaker: fields[columns.speaker] ?? '',
      ...(condition !== '' && { condition }),
    };
    if (!first) found.set(pathKey(file), { line, file, labels });
    else if (!isSame(first.labels, labels)) {
      failAt(
        line,
        'must name a file of its own, or say the same of it',
        `${file} of line ${first.line} with other labels`,
      );
    }
  }
  return found;
}

/**
 * The delimiter with which the first line names most of the required columns. Among equals the one
 * that gives most columns.
 */
function findDelimiter(
  text: string,
  { file = 'file', label = 'label' }: LabelsFromCsvOptions,
): string {
  const score = (delimiter: string): number => {
    const [header] = parseCsv(text, { delimiter, limit: 1 });
    const names = header?.fields ?? [];
    const found = [file, label].filter((name) => names.includes(name)).length;
    return found + names.length / (names.length + 1);
  };
  return DELIMITERS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/** The index of each column; -1 for an optional one that is not there. */
function findColumns(
  header: CsvRow,
  { file = 'file', label = 'label', speaker, condition }: LabelsFromCsvOptions,
  failAt: FailAt,
): Record<'file' | 'label' | 'speaker' | 'condition', number> {
  const { line, fields, error } = header;
  if (error) failAt(line, 'must have quotes that are closed', `"${error}"`);
  const names = fields.map((each) => JSON.stringify(each)).join(', ');
  const find = (column: string, isRequired: boolean): number => {
    const at = fields.indexOf(column);
    if (at < 0 && isRequired) failAt(line, `must name a column "${column}"`, names);
    if (at !== fields.lastIndexOf(column)) {
      failAt(line, `must name one column "${column}"`, names);
    }
    return at;
  };
  return {
    file: find(file, true),
    label: find(label, true),
    speaker: find(speaker ?? 'speaker', speaker !== undefined),
    condition: find(condition ?? 'condition', condition !== undefined),
  };
}

function checkDelimiter(
  caller: string,
  name: string,
  value: string | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^[^"\r\n]$/.test(value)) return value;
  const message = `${caller}: \`${name}\` must be one character, got ${JSON.stringify(value)}`;
  throw new CorpusError('bad-argument', message);
}

function isSame(a: Labels, b: Labels): boolean {
  return a.label === b.label && a.speaker === b.speaker && a.condition === b.condition;
}
