import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AUDIO_ENDINGS } from '@ser/corpus/node';
import { RUN_FILES } from '@ser/experiment';
import { CliError } from '../console/cli-error.ts';
import { errorCode } from '../console/error-code.ts';
import { print } from '../console/progress.ts';
import type { DataSet, EmbeddedTable } from '../data-sets/data-set.ts';
import { shardOfPart } from '../shards/part-name.ts';
import { expandPattern, isPattern } from './expand-pattern.ts';
import { filesBelow } from './files-below.ts';
import { hasEnding } from './has-ending.ts';
import { kindOfFile } from './kind-of-file.ts';
import { sniffFile } from './sniff-file.ts';

/** The sources of `--data` by what they are. */
export interface DataSources {
  /** The data set's own table, where it is named among the sources. Default: none. */
  embedded?: EmbeddedTable;
  tables: string[];
  zips: string[];
  folders: string[];
}

/** Formats that say little: a damaged file is of one of them. */
const VAGUE: readonly string[] = ['unknown', 'text', 'zeros', 'empty'];

/**
 * Tells tables, zips and folders apart, files by their first bytes. A pattern stands for what
 * matches, and a folder without sounds for the zips in it.
 *
 * @throws CliError `no-such-path`, `unreadable-file`, or `not-a-directory` for what is none of them
 */
export async function sortSources(
  { embedded }: Pick<DataSet, 'embedded'>,
  paths: readonly string[],
): Promise<DataSources> {
  const sources: DataSources = { tables: [], zips: [], folders: [] };
  for (const path of paths) {
    if (embedded && path === embedded.name) sources.embedded = embedded;
    else await addSource(sources, path);
  }
  return sources;
}

/**
 * Checks that a command which reads clips was not given a table.
 *
 * @throws CliError `not-a-directory`
 */
export function checkNoTables(caller: string, { tables }: Pick<DataSources, 'tables'>): void {
  if (tables.length === 0) return;
  const message = `${caller} reads folders and zips of clips; ${tables[0]} is a table of features`;
  throw new CliError('not-a-directory', message);
}

async function addSource(sources: DataSources, path: string): Promise<void> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) await addFolder(sources, path);
    else if (stats.isFile()) await addFile(sources, path);
    else throw noSource(path, kindOfFile(stats));
  } catch (cause) {
    if (CliError.isInstance(cause) || !(cause instanceof Error)) throw cause;
    if (errorCode(cause) !== 'ENOENT') {
      throw new CliError('unreadable-file', `${path}: ${cause.message}`, { cause });
    }
    const matches = isPattern(path) ? await expandPattern(path) : [];
    if (matches.length === 0) {
      const message = `${path}: there is no such file or folder`;
      throw new CliError('no-such-path', message, { cause });
    }
    for (const match of matches) await addSource(sources, match);
  }
}

async function addFile(sources: DataSources, path: string): Promise<void> {
  const { format, description, advice } = await sniffFile(path);
  if (format === 'zip' && /\.npz$/i.test(path)) {
    throw noSource(path, 'a table for numpy', 'write X.parquet to train');
  }
  // A damaged file is named by who reads what its name says that it is.
  const isCalled = (ending: RegExp): boolean => VAGUE.includes(format) && ending.test(path);
  if (format === 'parquet' || isCalled(/\.parquet$/i)) sources.tables.push(path);
  else if (format === 'zip' || isCalled(/\.zip$/i)) sources.zips.push(path);
  else throw noSource(path, description, fileHint(path, format) ?? advice);
}

function fileHint(path: string, format: string): string | undefined {
  if (format === 'wav') return 'name the folder that it is in';
  return /^(?:model|plan)\.json$/.test(basename(path)) ? 'it is a part of a run' : undefined;
}

async function addFolder(sources: DataSources, path: string): Promise<void> {
  const table = join(path, 'features.parquet');
  if ((await isFile(join(path, RUN_FILES.plan))) && (await isRun(path))) {
    const hint = (await isFile(table))
      ? `its features are in ${table}`
      : 'name where its clips lie';
    throw noSource(path, 'the folder of a run', hint);
  }
  const zips: string[] = [];
  const tables: string[] = [];
  for await (const file of filesBelow(path)) {
    if (hasEnding(file, AUDIO_ENDINGS)) {
      sources.folders.push(path);
      return;
    }
    const format = await formatOf(file);
    if (format === 'zip') zips.push(file);
    if (format === 'parquet') tables.push(file);
  }
  if (zips.length > 0) {
    print(`${path} holds no sounds; reading its zips: ${zips.join(', ')}`);
    sources.zips.push(...zips);
  } else if (tables.length > 0) {
    if (tables.every((file) => shardOfPart(basename(file)))) {
      throw noSource(path, 'a folder of shards', `\`ser merge ${path}\` makes a table of them`);
    }
    throw noSource(path, 'a folder of tables', `name the table, such as ${tables[0]}`);
  } else {
    // Who reads it says what it should hold.
    sources.folders.push(path);
  }
}

async function isRun(path: string): Promise<boolean> {
  const files = [RUN_FILES.split, RUN_FILES.provenance, 'model.json', 'features.parquet'];
  const found = await Promise.all(files.map((file) => isFile(join(path, file))));
  return found.includes(true);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** Of zips and tables; others are not opened. */
async function formatOf(file: string): Promise<string | undefined> {
  if (!/\.(?:zip|parquet)/i.test(file) || !(await isFile(file))) return undefined;
  return sniffFile(file).then(
    ({ format }) => format,
    () => undefined,
  );
}

function noSource(path: string, got: string, hint?: string): CliError {
  const expected = `${path} must be a folder, a .zip or, for --data, a .parquet table`;
  const message = `${expected}; it is ${got}${hint ? `: ${hint}` : ''}`;
  return new CliError('not-a-directory', message);
}
