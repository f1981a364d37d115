import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Clip } from '../clip.ts';
import {
  collectClips,
  createReport,
  type FoundFile,
  isCandidate,
  type SourceOptions,
} from '../collect-clips.ts';
import { RavdessError, type RavdessErrorCode } from '../ravdess-error.ts';
import { checkPaths } from './check-paths.ts';

/** The largest clip of RAVDESS has 1.3 MB; an entry that claims more than this is not one. */
const MAX_CLIP_BYTES = 2 ** 28;
/** What may follow the last entry: the end of the directory, its 64-bit form, a signature. */
const END_OF_DIRECTORY = 0x06054b50;
const AFTER_DIRECTORY = [END_OF_DIRECTORY, 0x06064b50, 0x05054b50];

type Fail = (code: RavdessErrorCode, expected: string, got: unknown, file?: string) => never;

/**
 * The clips in a zip, or in several, in the order of their ids: Zenodo's archives as they were
 * downloaded. Only the directory is read at first; each clip is unpacked, in memory, when
 * `clip.bytes()` asks for it, and its size and checksum are verified. Nothing is ever written, and
 * no file stays open.
 *
 * Clips lie at any depth; hidden files and `__MACOSX` are skipped, and so are further copies of a
 * clip; the first by path stays. Left out as problems: a `.wav` whose name is not RAVDESS'
 * (`bad-filename`) and a copy with another size or checksum (`duplicate-clip`).
 *
 * `clip.bytes()` rejects with `bad-zip` when the entry's data is damaged or its size a lie.
 *
 * @throws {RavdessError} while iterating: `no-such-path`; `unreadable-file`; `bad-zip` for a file that is no zip, is
 *   cut, or whose directory contradicts itself; `unsafe-zip` when a name points outside the
 *   archive; `encrypted-zip`; `no-clips`; `bad-argument`.
 */
export async function* fromZip(
  path: string | readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<Clip, void, undefined> {
  const zips = checkPaths('fromZip', path);
  const found: FoundFile[] = [];
  for (const zip of zips) found.push(...(await listWavs(zip)));
  const source = zips.join(', ');
  yield* collectClips(found, { caller: 'fromZip', source, report: createReport(options) });
}

async function listWavs(path: string): Promise<FoundFile[]> {
  const fail: Fail = (code, expected, got, file = path) => {
    const reason = got instanceof Error ? got.message : String(got);
    const cause = got instanceof Error ? got : undefined;
    const message = `fromZip: ${file} ${expected}, got: ${reason}`;
    throw new RavdessError(code, message, { file, cause });
  };
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
      // Names are decoded and judged below, where the error can say which one it is.
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
        bytes: () => readEntry(zip, entry, file, fail),
        checksum: `${entry.crc32} ${entry.uncompressedSize}`,
      });
    }
    await checkEnd(handle, zip, fail);
    return entries;
  } catch (error) {
    if (RavdessError.isInstance(error)) throw error;
    // yauzl's errors have no class and no code of their own; whatever stops the listing is about
    // this file.
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
 * A directory that holds more entries than it counts, or has another size than it says, is found out
 * where it should end.
 */
async function checkEnd(handle: FileHandle, zip: ZipFile, fail: Fail): Promise<void> {
  // A position, whatever its types say.
  const end = Number(zip.readEntryCursor);
  const { buffer } = await handle.read(Buffer.alloc(22), 0, 22, end);
  const signature = buffer.readUInt32LE(0);
  if (!AFTER_DIRECTORY.includes(signature)) {
    const got = `another one after ${zip.entryCount} entries`;
    fail('bad-zip', 'must have as many entries as its directory counts', got);
  }
  const size = buffer.readUInt32LE(12);
  const start = buffer.readUInt32LE(16);
  if (signature === END_OF_DIRECTORY && size !== end - start) {
    fail('bad-zip', `must have a directory of ${end - start} bytes, as its entries have`, size);
  }
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  file: string,
  fail: Fail,
): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    // The stream ends with an error when it has not the size that the directory says.
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

/** Reads by path, so that nothing stays open once the directory has been listed. */
class PathReader extends yauzl.RandomAccessReader {
  readonly #path: string;
  readonly #listing: FileHandle;

  constructor(path: string, listing: FileHandle) {
    super();
    this.#path = path;
    this.#listing = listing;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    // The handle's number is -1 when it has been closed.
    if (this.#listing.fd < 0) super.read(target, offset, length, position, callback);
    else {
      this.#listing
        .read(target, offset, length, position)
        .then(
          ({ bytesRead }) =>
            callback(bytesRead < length ? new Error('unexpected end of file') : null),
          callback,
        );
    }
  }
}
