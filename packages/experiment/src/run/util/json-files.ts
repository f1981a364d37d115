import type { FileSource, FileStore } from '@ser/model';
import type * as v from 'valibot';
import { ExperimentError } from '../../experiment-error.ts';
import { parseJson } from '../../util/parse-json.ts';
import { parseWith } from '../../util/parse-with.ts';

/** Writes a value as JSON that people can read. */
export function writeJson(store: FileStore, file: string, value: unknown): Promise<void> {
  return writeText(store, file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes text as UTF-8. */
export function writeText(store: FileStore, file: string, text: string): Promise<void> {
  return store.write(file, new TextEncoder().encode(text));
}

/** The most bytes of a file whose size does not grow with the data. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * A file's JSON value; undefined when there is no such file.
 *
 * @param most bytes that it may have
 * @throws ExperimentError `bad-file` when it is no JSON, or more of it
 */
export async function readJson(
  store: FileSource,
  file: string,
  most: number = MOST_BYTES,
): Promise<unknown> {
  const bytes = await store.read(file);
  if (!bytes) return undefined;
  try {
    return parseJson(bytes, most);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const what = cause instanceof SyntaxError ? ' is not JSON: ' : ': ';
    throw new ExperimentError('bad-file', `${store.name}/${file}${what}${why}`, { cause });
  }
}

/**
 * {@link readJson}, held against a schema.
 *
 * @throws ExperimentError `bad-file`
 */
export async function readChecked<T>(
  store: FileSource,
  file: string,
  schema: v.GenericSchema<unknown, T>,
  most?: number,
): Promise<T | undefined> {
  const value = await readJson(store, file, most);
  if (value === undefined) return undefined;
  return parseWith(schema, `${store.name}/${file}`, value, 'bad-file');
}
