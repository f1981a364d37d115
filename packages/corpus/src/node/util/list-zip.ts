import { type FileHandle, open } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { CorpusError } from '../../corpus-error.ts';
import type { FoundFile } from '../../sources/util/collect-clips.ts';
import { isCandidate } from '../../sources/util/is-candidate.ts';
import { createFail, type Fail } from './fail.ts';
import { PathReader } from './path-reader.ts';
import { readEntry } from './read-entry.ts';

/** 46 minutes of 16 bits at 48 kHz. A larger entry is not one utterance. */
const MAX_CLIP_BYTES = 2 ** 28;
const END_OF_DIRECTORY = 0x06054b50;
/** The bytes of the end of the directory, without the comment that may follow. */
const END_OF_DIRECTORY_BYTES = 22;
/** Where it holds the directory's size and the position of its first byte. */
const DIRECTORY_SIZE_OFFSET = 12;
const DIRECTORY_START_OFFSET = 16;
/** What may follow the last entry: the end of the directory, its 64-bit form, a signature. */
const AFTER_DIRECTORY = [END_OF_DIRECTORY, 0x06064b50, 0x05054b50];

/**
 * The `.wav` entries of a zip, after its directory was checked. No file stays open.
 *
 * @throws {CorpusError} see `fromZip`.
 */
export async function listZip(path: string): Promise<FoundFile[]> {
  const fail: Fail = createFail(path);
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const code = isMissing ? 'no-such-path' : 'unreadable-file';
    return fail(code, 'must be a zip that can be opened', cause);
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) fail('bad-zip', 'must be a zip', 'no regular file');
    const reader = new PathReader(path, handle);
    const zip = await yauzl.fromRandomAccessReaderPromise(reader, stats.size, {
      lazyEntries: true,
      autoClose: false,
      // `entryName` decodes and checks the names, so that the error can quote them.
      decodeStrings: false,
    });
    const entries: FoundFile[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry, fail);
      if (!isCandidate(name)) continue;
      const file = `${path}/${name}`;
      if (entry.isEncrypted()) {
        fail('encrypted-zip', 'must not be encrypted', 'an encrypted entry', file);
      }
      if (entry.uncompressedSize > MAX_CLIP_BYTES) {
        const expected = `must be a clip of at most ${MAX_CLIP_BYTES} bytes`;
        fail('bad-zip', expected, `${entry.uncompressedSize} in the directory`, file);
      }
      entries.push({
        file,
        path: name,
        bytes: () => readEntry(zip, entry, file, fail),
        checksum: `${entry.crc32} ${entry.uncompressedSize}`,
      });
    }
    await checkEnd(handle, zip, fail);
    return entries;
  } catch (error) {
    if (CorpusError.isInstance(error)) throw error;
    // yauzl's errors have neither a class nor a code. All of them are about this file.
    if (error instanceof Error && /strong encryption/.test(error.message)) {
      return fail('encrypted-zip', 'must not be encrypted', error);
    }
    return fail('bad-zip', 'must be a whole zip', error);
  } finally {
    await handle.close();
  }
}

function entryName(entry: Entry, fail: Fail): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const fault = yauzl.validateFileName(name);
  if (fault !== null) fail('unsafe-zip', 'must hold names that stay inside it', fault);
  return name;
}

/**
 * Checks that the directory ends after its last entry. A damaged one may hold more entries than it
 * counts, or have another size than it says.
 */
async function checkEnd(handle: FileHandle, zip: ZipFile, fail: Fail): Promise<void> {
  // A number at run time, although its type is wider.
  const end = Number(zip.readEntryCursor);
  const length = END_OF_DIRECTORY_BYTES;
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, end);
  const signature = buffer.readUInt32LE(0);
  if (!AFTER_DIRECTORY.includes(signature)) {
    const got = `another one after ${zip.entryCount} entries`;
    fail('bad-zip', 'must have as many entries as its directory counts', got);
  }
  const size = buffer.readUInt32LE(DIRECTORY_SIZE_OFFSET);
  const start = buffer.readUInt32LE(DIRECTORY_START_OFFSET);
  if (signature === END_OF_DIRECTORY && size !== end - start) {
    fail('bad-zip', `must have a directory of ${end - start} bytes, as its entries have`, size);
  }
}
