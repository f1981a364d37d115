import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of files of a site as a host sends them that compresses. */
export async function gzippedSize(folder: string, names: Iterable<string>): Promise<number> {
  let total = 0;
  for (const name of new Set(names)) {
    total += gzipSync(await readFile(join(folder, name === '' ? 'index.html' : name))).length;
  }
  return total;
}
