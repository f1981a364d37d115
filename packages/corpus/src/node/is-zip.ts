import { type FileHandle, open } from 'node:fs/promises';
import { unreadableError } from '../util/unreadable-error.ts';
import { sniffFormat } from '../wav/sniff-format.ts';

/** Bytes that say what a file is. */
const SNIFFED_BYTES = 4096;

/**
 * Whether a file is a zip, by its first bytes and whatever its name is: browsers and wget save
 * Zenodo's as `Audio_Speech_Actors_01-24.zip?download=1`, too.
 *
 * @returns False for a folder.
 * @throws {CorpusError} `unreadable-file` for a file that cannot be opened or read.
 */
export async function isZip(path: string): Promise<boolean> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0);
    return sniffFormat(buffer.subarray(0, bytesRead)).format === 'zip';
  } catch (cause) {
    throw unreadableError('isZip', 'unreadable-file', path, cause);
  } finally {
    await handle?.close();
  }
}
