import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  CorpusError,
  type DescribeFromCsv,
  type Labels,
  labelsFromCsv,
  labelsFromFolders,
  labelsFromScheme,
} from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import { print } from '../console/progress.ts';
import { decodeText } from '../data/decode-text.ts';
import { readUserFile } from '../data/read-user-file.ts';
import type { CsvLabels, LabelSource } from './labelling.ts';

/** Reads what a path says. */
export interface DescribePath {
  (path: string): Labels | undefined;
  /** The rows of a table that no path so far was. Default: there is no table. */
  unmatched?: DescribeFromCsv['unmatched'];
}

/**
 * What reads the labels of a path, as a source of labels says it.
 *
 * @throws CliError `other-data` for a table that is damaged, or that has changed since its run was
 *   begun; or one for a table that is not there
 */
export async function describeOf(from: LabelSource): Promise<DescribePath> {
  if (from.kind === 'csv') return describeByTable(from);
  if (from.kind === 'folders') return labelsFromFolders({ speaker: from.speaker });
  if (from.kind === 'scheme') return labelsFromScheme(from.scheme);
  return () => undefined;
}

async function describeByTable({ file, sha256, columns }: CsvLabels): Promise<DescribePath> {
  const bytes = await readUserFile(file, { prefix: `--labels ${file}: `, folderHint: '' });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new CliError(
      'other-data',
      `--labels ${file} must be the table that the run was begun with, and it has changed since; ` +
        'put that one back, or begin a new run',
    );
  }
  try {
    return labelsFromCsv(textOf(file, bytes), { ...columns, name: basename(file) });
  } catch (cause) {
    if (!CorpusError.isInstance(cause)) throw cause;
    const message = `--labels ${file}: ${cause.message.replace(/^labelsFromCsv: /, '')}`;
    const isColumn = /\bmust name (?:a|one) column /.test(message);
    const hint = 'Say how the columns are called, such as --columns file=path,label=emotion';
    throw new CliError('other-data', message, { cause, ...(isColumn && { hint }) });
  }
}

/** The text of a table; Excel saves one in the code page of its Windows unless asked otherwise. */
function textOf(file: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes, { fatal: true });
  } catch {
    print(
      `Note: ${file} is not UTF-8, and is read as Windows-1252. ` +
        'Where its labels come out wrong, save it as UTF-8.',
    );
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a source of labels is called in messages. */
export function nameOfSource(from: LabelSource): string {
  if (from.kind === 'csv') return basename(from.file);
  if (from.kind === 'scheme') return from.scheme.name;
  return from.kind === 'tables' ? 'tables' : 'folders';
}
