import type { FileHandle } from 'node:fs/promises';
import {
  type AnyTable,
  openTable,
  readParquetExtractor,
  rowSize,
  type TableFile,
} from '@ser/experiment';
import type { ExtractorConfig } from '@ser/features';
import type { ExampleSource } from '@ser/model';
import { readParquetEnds } from './read-parquet-ends.ts';
import { openPlainFile } from './read-plain-file.ts';
import { readUserFile, userFileError } from './read-user-file.ts';
import type { TableMemory } from './table-memory.ts';

const FOLDER_HINT = 'a table of features is one file';
const prefixOf = (path: string): string => `--data ${path}: `;

/**
 * Reads a table that `ser features --out` wrote.
 *
 * @param memory What it may take, and where its rows go where that is not enough. Default: all that
 *   it takes.
 * @throws CliError `no-such-path`, `not-a-file` or `unreadable-file`; `unwritable-path` where its
 *   rows can go nowhere; ExperimentError for what is no table
 */
export function readTable(path: string, memory?: TableMemory): Promise<AnyTable> {
  return withTable(path, (file) => load(file, memory));
}

/**
 * A table without its numbers: what its rows are is read alone, and asking for more throws.
 *
 * @throws as {@link readTable}
 */
export function readTableHead(path: string): Promise<AnyTable> {
  return withTable(path, async (file) => {
    const { extractor, variants, labels, names, shape, rows } = file;
    const x: ExampleSource = {
      length: rows.length,
      size: rowSize(file),
      read() {
        throw new Error(`${path}: its numbers were not read`);
      },
    };
    return { extractor, ...(variants && { variants }), labels, names, shape, rows, x };
  });
}

async function withTable<T>(path: string, use: (file: TableFile) => Promise<T>): Promise<T> {
  const asUserFile = (cause: unknown): never => {
    throw userFileError(cause, { prefix: prefixOf(path), folderHint: FOLDER_HINT });
  };
  const { handle, size } = await openPlainFile(path).catch(asUserFile);
  try {
    const read = (start: number, end: number): Promise<Uint8Array> =>
      readBetween(handle, start, end).catch(asUserFile);
    return await use(await openTable({ name: path, size, read }));
  } finally {
    await handle.close();
  }
}

async function load(file: TableFile, memory: TableMemory | undefined): Promise<AnyTable> {
  const { extractor, variants, labels, names, shape, rows } = file;
  const size = rowSize(file);
  const bytes = rows.length * size * Float32Array.BYTES_PER_ELEMENT;
  if (!memory || memory.take(bytes)) return file.load();
  const x = await memory.unpack({ length: rows.length, size }, valuesOf(file));
  return { extractor, ...(variants && { variants }), labels, names, shape, rows, x };
}

async function* valuesOf(file: TableFile): AsyncGenerator<Float32Array> {
  for await (const { x } of file.parts()) yield x;
}

/**
 * What the features of a table are. Of one that `ser features --out` wrote only the footer is read.
 *
 * @throws as {@link readTable}
 */
export async function readTableExtractor(path: string): Promise<ExtractorConfig> {
  try {
    const options = { prefix: prefixOf(path), folderHint: FOLDER_HINT, read: readParquetEnds };
    return await readParquetExtractor(path, await readUserFile(path, options));
  } catch {
    // The rows of another program's table must be looked at, and so must a file that is none.
    return withTable(path, async ({ extractor }) => extractor);
  }
}

/** Fewer bytes than asked for where the file has been cut short meanwhile, as the table says. */
async function readBetween(handle: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
