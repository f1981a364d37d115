import { readFile, stat } from 'node:fs/promises';
import { createExtractor, presets } from '@ser/features';
import type { Clip } from '@ser/ravdess';
import { fromDirectory, fromZip } from '@ser/ravdess/node';
import { CliError } from '../console/cli-error.ts';
import type { Problem, Problems } from '../console/problems.ts';
import { readEmbeddedTable } from './embedded-table.ts';
import { extractClips, type TableCache } from './extract-clips.ts';
import type { PresetName } from './extract-table.ts';
import { concatTables, type FeatureTable } from './feature-table.ts';
import { readParquet } from './parquet.ts';

/** Options of {@link loadTable}. */
export interface LoadTableOptions {
  preset: PresetName;
  variants: boolean;
  problems: Problems;
  signal: AbortSignal;
  /** Keeps extracted rows between an interrupt and its resumption. */
  cache: TableCache;
  /** Which clips to extract, where not all are wanted; a table of rows comes whole. */
  keep?: (clip: Clip) => boolean;
}

/**
 * The features to train on: from folders of WAVs, from tables that `ser features --out` wrote, or, without paths, the
 * embedded table.
 *
 * @throws the signal's reason when aborted, after what was extracted went into the cache
 */
export async function loadTable(
  paths: string[],
  { preset, variants, problems, signal, cache, keep }: LoadTableOptions,
): Promise<FeatureTable> {
  if (paths.length === 0) return readEmbeddedTable();
  const tables: FeatureTable[] = [];
  for (const path of paths.filter(isTable)) tables.push(await readTable(path));
  const folders = paths.filter((path) => !isTable(path));
  if (folders.length > 0) {
    const clips = await listClips(folders, problems);
    const table = await extractClips(keep ? clips.filter(keep) : clips, cache, {
      preset,
      variants,
      problems,
      signal,
    });
    tables.push(table);
  }
  const table = concatTables(tables);
  const { names } = createExtractor(presets[preset]);
  const other = tables.find((t) => t.preset !== preset || t.names.join() !== names.join());
  if (other) {
    throw new CliError(
      'other-features',
      `--data must hold the ${names.length} features of the preset ${preset}, got ${other.names.length} of ${other.preset}`,
    );
  }
  const bad = table.x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) {
    const { clip, variant } = table.rows[Math.floor(bad / names.length)];
    throw new CliError(
      'bad-table',
      `--data: ${names[bad % names.length]} of clip ${clip} (${variant}) must be finite, got ${table.x[bad]}`,
    );
  }
  if (table.rows.length === 0 && !keep) {
    throw new CliError('no-clips', `--data ${paths.join(' ')}: none of the clips could be read`);
  }
  if (variants && !table.rows.some(({ variant }) => variant !== 'original')) {
    throw new CliError(
      'no-variants',
      `--data ${paths.join(' ')} holds no variants; add --no-variants, or extract it again with \`ser features --variants\``,
    );
  }
  const keys = new Set<string>();
  const twice = table.rows.find(
    ({ clip, variant }) => keys.size === keys.add(`${clip} ${variant}`).size,
  );
  if (twice) {
    throw new CliError(
      'duplicate-clip',
      `--data ${paths.join(' ')} holds the clip ${twice.clip} (${twice.variant}) twice`,
    );
  }
  return table;
}

/**
 * Every clip in the folders and zips, in the order of their ids. Of two copies in different places the first stays; the
 * other is a problem unless it has the same bytes.
 */
export async function listClips(paths: string[], problems: Problems): Promise<Clip[]> {
  const clips = new Map<string, Clip>();
  for await (const clip of allClips(paths, problems.add)) {
    const first = clips.get(clip.id);
    if (!first) clips.set(clip.id, clip);
    else if (!(await haveSameBytes(first, clip))) {
      const message = `${clip.id} must be one recording, got two: ${first.file} and ${clip.file}`;
      problems.add({ file: clip.file, code: 'duplicate-clip', message });
    }
  }
  return [...clips.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function haveSameBytes(first: Clip, second: Clip): Promise<boolean> {
  try {
    return Buffer.compare(await first.bytes(), await second.bytes()) === 0;
  } catch {
    return false; // who reads the first one hears why
  }
}

async function* allClips(
  paths: string[],
  onProblem: (problem: Problem) => void,
): AsyncGenerator<Clip> {
  const zips = paths.filter((path) => /\.zip$/i.test(path));
  const folders = paths.filter((path) => !zips.includes(path));
  for (const path of folders) {
    if (
      await stat(path).then(
        (stats) => stats.isFile(),
        () => false,
      )
    ) {
      throw new CliError(
        'not-a-directory',
        `${path} must be a folder, a .zip or, for --data, a .parquet table; it is another file`,
      );
    }
  }
  if (folders.length > 0) yield* fromDirectory(folders, { onProblem });
  if (zips.length > 0) yield* fromZip(zips, { onProblem });
}

/** The actors of the data, as its file names and tables say, without decoding anything. */
export async function listActors(paths: string[]): Promise<Set<number>> {
  const actors = new Set<number>();
  for (const path of paths.filter(isTable)) {
    for (const { actor } of (await readTable(path)).rows) actors.add(actor);
  }
  const folders = paths.filter((path) => !isTable(path));
  if (folders.length > 0) {
    // Problems are said when the clips are read.
    for await (const clip of allClips(folders, () => {})) actors.add(clip.info.actor);
  }
  return actors;
}

async function readTable(path: string): Promise<FeatureTable> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new CliError('no-such-path', `--data ${path}: ${(cause as Error).message}`, { cause });
  }
  return readParquet(path, bytes);
}

function isTable(path: string): boolean {
  return path.endsWith('.parquet');
}
