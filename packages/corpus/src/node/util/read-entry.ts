import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Fail } from './fail.ts';

/** Unpacks one entry in memory, and verifies its size and checksum. */
export async function readEntry(
  zip: ZipFile,
  entry: Entry,
  file: string,
  fail: Fail,
): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    // The stream fails when its size is not the directory's.
    bytes = await buffer(await zip.openReadStreamPromise(entry));
  } catch (cause) {
    return fail('bad-zip', 'must be a sound entry', cause, file);
  }
  if (crc32(bytes) !== entry.crc32) {
    const got = crc32(bytes).toString(16);
    fail('bad-zip', `must have the checksum ${entry.crc32.toString(16)}`, got, file);
  }
  return bytes;
}
