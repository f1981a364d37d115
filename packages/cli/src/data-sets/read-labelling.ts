import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { CorpusError, NAMING_SCHEMES, type NamingScheme, parseNamingScheme } from '@ser/corpus';
import { closestName } from '@ser/internal';
import { wrongUsage } from '../console/cli-error.ts';
import { decodeText } from '../data/decode-text.ts';
import { readUserFile } from '../data/read-user-file.ts';
import type { Labelling, LabelSource } from './labelling.ts';
import { parseColumns } from './parse-columns.ts';
import { checkLabelMap, parseLabelMap } from './parse-label-map.ts';

/** The options of a command that say how clips are labelled. */
export interface LabellingOptions {
  /** A table, `folders`, `folders/speaker`, or a scheme's name or file. Default: the data set's. */
  labels?: string;
  /** Which columns of the table say what. Default: those that are named so. */
  columns?: string;
  /** What labels are called instead, or a JSON file that says it. Default: nothing. */
  labelMap?: string;
}

/**
 * How clips are labelled; null where the options say nothing.
 *
 * @throws CliError `wrong-usage`, or an error for a file that cannot be read
 */
export async function readLabelling({
  labels,
  columns,
  labelMap,
}: LabellingOptions): Promise<Labelling | null> {
  const from = labels === undefined ? null : await readSource(labels, columns);
  if (columns !== undefined && from?.kind !== 'csv') {
    throw wrongUsage('--columns is for the columns of a table; add --labels FILE.csv');
  }
  const map = labelMap === undefined ? {} : await readMap(labelMap);
  return from === null && labelMap === undefined ? null : { version: 1, from, map };
}

async function readSource(labels: string, columns: string | undefined): Promise<LabelSource> {
  if (labels === 'folders') return { kind: 'folders', speaker: 'none' };
  if (labels === 'folders/speaker') return { kind: 'folders', speaker: 'parent' };
  if (/\.(?:csv|tsv|txt)$/i.test(labels)) {
    const bytes = await readOptionFile('--labels', labels);
    return {
      kind: 'csv',
      file: resolve(labels),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      columns: columns === undefined ? {} : parseColumns(columns),
    };
  }
  if (/\.json$/i.test(labels)) return { kind: 'scheme', scheme: await readScheme(labels) };
  const scheme = NAMING_SCHEMES.get(labels.toLowerCase());
  if (scheme) return { kind: 'scheme', scheme };
  throw unknownLabels(labels);
}

async function readScheme(file: string): Promise<NamingScheme> {
  const value = await readJson('--labels', file);
  try {
    return parseNamingScheme(value, basename(file));
  } catch (cause) {
    if (!CorpusError.isInstance(cause)) throw cause;
    throw wrongUsage(`--labels ${file}: ${cause.message.replace(/^\w+: /, '')}`, cause);
  }
}

function unknownLabels(labels: string): Error {
  const words = ['folders', 'folders/speaker', ...NAMING_SCHEMES.keys()];
  const meant = closestName(labels, words);
  return wrongUsage(
    `--labels must be a table (.csv, .tsv or .txt), one of ${words.join(', ')}, ` +
      `or the JSON file of a naming scheme; got ${labels}` +
      (meant === undefined ? '' : ` (did you mean ${meant}?)`),
  );
}

async function readMap(text: string): Promise<Labelling['map']> {
  if (!/\.json$/i.test(text)) return parseLabelMap(text);
  return checkLabelMap(`--label-map ${text}`, await readJson('--label-map', text));
}

async function readJson(option: string, file: string): Promise<unknown> {
  const text = decodeText(await readOptionFile(option, file));
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw wrongUsage(`${option} ${file} must be JSON: ${cause.message}`, cause);
  }
}

function readOptionFile(option: string, file: string): Promise<Uint8Array> {
  return readUserFile(file, { prefix: `${option} ${file}: `, folderHint: 'name a file' });
}
