import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../util/by-code-unit.ts';
import { unreadableError } from '../util/unreadable-error.ts';
import { isZip } from './is-zip.ts';

/** `.zip` at the end of a name, or before the query of the address that it was saved from. */
const ZIP_NAME = /\.zip(\?[^/]*)?$/i;

/**
 * The zips in a folder, for `fromZip`: the files of which both the name and the first bytes are a
 * zip's, sorted. Folders below it are not searched.
 *
 * @throws {CorpusError} `unreadable-directory` for a folder that cannot be listed.
 *
 * @example
 * for await (const clip of fromZip(await findZips('downloads'), { describe })) console.log(clip.id);
 */
export async function findZips(folder: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw unreadableError('findZips', 'unreadable-directory', folder, cause);
  }
  const zips: string[] = [];
  for (const name of names.filter((each) => ZIP_NAME.test(each)).sort(byCodeUnit)) {
    const path = join(folder, name);
    // A file that cannot be read is `fromZip`'s to complain about.
    if (await isZip(path).catch(() => true)) zips.push(path);
  }
  return zips;
}
