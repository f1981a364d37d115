import { constants, open } from 'node:fs/promises';
import { checkSize } from '../util/check-size.ts';

/**
 * Reads a file whole, and nothing else than a file: a pipe would be waited for without end, a
 * device would never end.
 *
 * @throws {ModelError} `too-large`; the system's errors.
 */
export async function readRegularFile(
  caller: string,
  path: string,
  maxBytes?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // Without waiting for a writer, where the path is a pipe. Windows has no such flag.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is no regular file');
    checkSize(caller, path, stats.size, maxBytes);
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}
