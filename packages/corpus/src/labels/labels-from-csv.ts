import type { Describe, Labels } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import { baseOf, matchKeys, pathKey } from './util/match-path.ts';
import { type CsvRow, createFailAt, type FailAt, parseCsv } from './util/parse-csv.ts';

export interface LabelsFromCsvOptions {
  /** The column with the files' paths. Default 'file'. */
  file?: string;
  /** The column with the labels. Default 'label'. */
  label?: string;
  /** The column with the speakers. Default 'speaker', where the table has it. */
  speaker?: string;
  /** The column with the conditions. Default 'condition', where the table has it. */
  condition?: string;
  /** What stands between two fields. Default: what the first line has of `,` `;` and tabs. */
  delimiter?: string;
  /** The table's own name, for messages. Default: none. */
  name?: string;
}

/** What may stand between two fields. */
const DELIMITERS = [',', ';', '\t'] as const;

/** What a row says, and where. */
interface LabelRow {
  line: number;
  labels: Labels;
}

/**
 * Labels from a table: a text of comma-separated values whose first line names its columns.
 *
 * A row is a clip's when the clip's path ends with the row's `file`, name by name: `happy/7.wav`
 * is the row of `data/happy/7.wav`; of several rows the longest counts. A row may also have names
 * before those of the clip's path. Slashes of either kind will do, and `.wav` may be left out.
 * Fields may be quoted (RFC 4180); a byte order mark and empty lines are skipped. A speaker that is
 * not there is ''.
 *
 * @returns The `describe` of a source. It throws `no-label` for a file that has no row, or that
 *   several rows fit equally well.
 * @throws {CorpusError} `bad-csv` with the `line`: a column that is missing or there twice, a row
 *   with more or fewer fields than the first, without a file or a label, or with the file of an
 *   earlier row; a quote that is not closed. `bad-argument`.
 *
 * @example
 * const describe = labelsFromCsv('file;emotion\na/1.wav;happy', { label: 'emotion' });
 * describe('a/1.wav'); // { label: 'happy', speaker: '' }
 */
export function labelsFromCsv(text: string, options: LabelsFromCsvOptions = {}): Describe<Labels> {
  const { name } = options;
  if (typeof text !== 'string') {
    const message = `labelsFromCsv: \`text\` must be a string, got ${text}`;
    throw new CorpusError('bad-argument', message, { file: name });
  }
  const labelRows = readLabels(text, options);
  const keys = new Map<string, string[]>();
  for (const key of labelRows.keys()) {
    const base = baseOf(key);
    const sameBase = keys.get(base);
    if (sameBase) sameBase.push(key);
    else keys.set(base, [key]);
  }

  return (path) => {
    const key = pathKey(path);
    const [match, ...others] = matchKeys(key, keys.get(baseOf(key)) ?? []);
    const row = match === undefined ? undefined : labelRows.get(match);
    if (row && others.length === 0) return { ...row.labels };
    const got = row ? `${others.length + 1} from line ${row.line} on` : 'none';
    const message = `labelsFromCsv: ${name ?? '`text`'} must have one row for ${path}, got ${got}`;
    throw new CorpusError('no-label', message, { file: path });
  };
}

/** Every row's labels, by the key of its file. */
function readLabels(text: string, options: LabelsFromCsvOptions): Map<string, LabelRow> {
  const failAt = createFailAt(options.name);
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = options.delimiter ?? findDelimiter(lines, options, failAt);
  const [header, ...rows] = parseCsv(lines, { delimiter, failAt });
  if (!header) return failAt(1, 'must name the columns', 'no line with text');
  const columns = findColumns(header, options, failAt);

  const found = new Map<string, LabelRow>();
  for (const { line, fields } of rows) {
    const width = header.fields.length;
    if (fields.length !== width) failAt(line, `must have ${width} fields`, String(fields.length));
    const file = fields[columns.file];
    const label = fields[columns.label];
    if (file === '') failAt(line, 'must name a file', 'an empty field');
    if (label === '') failAt(line, `must have a label for ${file}`, 'an empty field');
    const first = found.get(pathKey(file));
    if (first) failAt(line, 'must name a file of its own', `${file} of line ${first.line}`);
    const condition = fields[columns.condition] ?? '';
    const labels: Labels = {
      label,
      speaker: fields[columns.speaker] ?? '',
      ...(condition !== '' && { condition }),
    };
    found.set(pathKey(file), { line, labels });
  }
  return found;
}

/** The delimiter that splits the first line into the columns that there must be. */
function findDelimiter(text: string, options: LabelsFromCsvOptions, failAt: FailAt): string {
  const { file = 'file', label = 'label' } = options;
  const fits = (delimiter: string): boolean => {
    const [header] = parseCsv(text, { delimiter, failAt, limit: 1 });
    return header?.fields.includes(file) && header.fields.includes(label);
  };
  return (
    DELIMITERS.find(fits) ?? DELIMITERS.find((each) => text.split('\n', 1)[0].includes(each)) ?? ','
  );
}

/** Where each column stands; -1 for one that may be left out and is. */
function findColumns(
  header: CsvRow,
  { file = 'file', label = 'label', speaker, condition }: LabelsFromCsvOptions,
  failAt: FailAt,
): Record<'file' | 'label' | 'speaker' | 'condition', number> {
  const find = (column: string, isRequired: boolean): number => {
    const at = header.fields.indexOf(column);
    const names = header.fields.map((each) => JSON.stringify(each)).join(', ');
    if (at < 0 && isRequired) failAt(header.line, `must name a column "${column}"`, names);
    if (at !== header.fields.lastIndexOf(column)) {
      failAt(header.line, `must name one column "${column}"`, names);
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
