import type { Labels } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import { checkOptions } from '../util/check-options.ts';
import { LABELS_FROM_CSV_OPTIONS, type LabelsFromCsvOptions } from './labels-from-csv-options.ts';
import { baseOf, matchKeys, pathKey, withoutEnding } from './util/match-path.ts';
import { readLabelRows } from './util/read-label-rows.ts';

/** What {@link labelsFromCsv} gives: the `describe` of a source that remembers what it was asked. */
export interface DescribeFromCsv {
  (path: string): Labels;
  /** The rows whose file no path so far was, in their order: after a listing, what is not there. */
  unmatched(): { readonly line: number; readonly file: string }[];
}

/**
 * Labels from a table: a text of comma-separated values whose first line names its columns.
 *
 * A row belongs to a clip when the clip's path ends with the row's `file`, whole names only:
 * `happy/7.wav` is the row of `data/happy/7.wav`. Where several rows fit, the longest `file`
 * counts. A row's `file` may also be longer than the clip's path and end with it. Both kinds of
 * slashes and of accents (NFC, NFD) are read, and `.wav` may be left out. A row with `.wav` or
 * without an ending also belongs to the same file in another format of `AUDIO_ENDINGS`, unless a row
 * names that one. Fields may be quoted (RFC 4180). A byte order mark and empty lines are skipped. An
 * unknown speaker is ''.
 *
 * @returns The `describe` of a source; its `unmatched()` names the rows that no path met. It throws `no-label` for a file that has no row, or that
 *   several rows fit equally well.
 * @throws {CorpusError} `bad-csv` with the `line` for a column that is missing or there twice, for
 *   a row with more or fewer fields than the first, without a file or a label, or with the file of
 *   an earlier row and other labels, and for a quote that is not closed; `bad-argument`.
 *
 * @example
 * const describe = labelsFromCsv('file;emotion\na/1.wav;happy', { label: 'emotion' });
 * describe('a/1.wav'); // { label: 'happy', speaker: '' }
 */
export function labelsFromCsv(text: string, options: LabelsFromCsvOptions = {}): DescribeFromCsv {
  checkOptions('labelsFromCsv', options, LABELS_FROM_CSV_OPTIONS);
  const { name } = options;
  if (typeof text !== 'string') {
    const message = `labelsFromCsv: \`text\` must be a string, got ${text}`;
    throw new CorpusError('bad-argument', message, { file: name });
  }
  const labelRows = readLabelRows(text, options);
  const keys = new Map<string, string[]>();
  for (const key of labelRows.keys()) {
    const base = baseOf(key);
    const sameBase = keys.get(base);
    if (sameBase) sameBase.push(key);
    else keys.set(base, [key]);
  }

  const matches = (key: string): readonly string[] => matchKeys(key, keys.get(baseOf(key)) ?? []);

  const met = new Set<string>();
  const describe = (path: string): Labels => {
    const key = pathKey(path);
    const named = matches(key);
    const [match, ...others] = named.length > 0 ? named : matches(withoutEnding(key));
    const row = match === undefined ? undefined : labelRows.get(match);
    if (match !== undefined && row && others.length === 0) {
      met.add(match);
      return { ...row.labels };
    }
    const got = row ? `${others.length + 1} from line ${row.line} on` : 'none';
    const message = `labelsFromCsv: ${name ?? '`text`'} must have one row for ${path}, got ${got}`;
    throw new CorpusError('no-label', message, { file: path });
  };
  const unmatched = (): { line: number; file: string }[] =>
    [...labelRows].flatMap(([key, { line, file }]) => (met.has(key) ? [] : [{ line, file }]));
  return Object.assign(describe, { unmatched });
}
