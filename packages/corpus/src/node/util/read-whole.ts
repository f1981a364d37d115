import { type FileHandle, open } from 'node:fs/promises';
import { CorpusError } from '../../corpus-error.ts';
import { checkSize } from '../../util/check-size.ts';
import { unreadableError } from '../../util/unreadable-error.ts';

/**
 * The bytes of a file of 1 GiB at most.
 *
 * @throws {CorpusError} `unreadable-file`, which says why and what to do.
 */
export async function readWhole(caller: string, file: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    checkSize(caller, file, (await handle.stat()).size);
    return await handle.readFile();
  } catch (cause) {
    if (CorpusError.isInstance(cause)) throw cause;
    throw unreadableError(caller, 'unreadable-file', file, cause);
  } finally {
    await handle?.close();
  }
}
