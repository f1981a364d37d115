import { type FileHandle, open } from 'node:fs/promises';
import { titleOf } from '@ser/internal';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { CorpusError } from '../../corpus-error.ts';
import type { FoundFile } from '../../sources/util/collect-clips.ts';
import { isCandidate } from '../../sources/util/is-candidate.ts';
import type { ProblemHandler } from '../../sources/util/problem-handler.ts';
import { sniffFormat } from '../../wav/sniff-format.ts';
import { type EntryFault, entryFault, type NamedEntry } from './entry-fault.ts';
import { createFail, type Fail, zipError } from './fail.ts';
import { overlappingEntries } from './overlapping-entries.ts';
import { PathReader } from './path-reader.ts';
import { readEntry } from './read-entry.ts';

/** More than any data set of speech has files. */
const MAX_ENTRIES = 2 ** 21;
/** The first bytes of what is no zip, which say what it is. */
const SNIFFED_BYTES = 4096;
const END_OF_DIRECTORY = 0x06054b50;
/** The bytes of the end of the directory, without the comment that may follow. */
const END_OF_DIRECTORY_BYTES = 22;
/** Where it holds the directory's size and the position of its first byte. */
const DIRECTORY_SIZE_OFFSET = 12;
const DIRECTORY_START_OFFSET = 16;
/** What may follow the last entry: the end of the directory, its 64-bit form, a signature. */
const AFTER_DIRECTORY = [END_OF_DIRECTORY, 0x06064b50, 0x05054b50];

/**
 * The entries of a zip that end as clips do, after its directory was checked. No file stays open.
 *
 * @param report Called for entries that are left out.
 * @throws {CorpusError} see `fromZip`.
 */
export async function listZip(
  path: string,
  endings: readonly string[],
  report: ProblemHandler,
): Promise<FoundFile[]> {
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
    if (zip.entryCount > MAX_ENTRIES) {
      fail('bad-zip', `must have at most ${MAX_ENTRIES} entries`, zip.entryCount);
    }
    const entries: NamedEntry[] = [];
    const zips: string[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry, fail);
      if (isCandidate(name, endings)) entries.push({ entry, name, file: `${path}/${name}` });
      else if (/\.zip$/i.test(name)) zips.push(name);
    }
    await checkEnd(handle, zip, fail);
    if (entries.length === 0 && zips.length > 0) {
      const count = zips.length === 1 ? '1 zip' : `${zips.length} zips`;
      const got = `no clip and ${count} inside it (unpack it, and read ${zips[0]})`;
      fail('no-clips', 'must hold clips', got);
    }
    return soundOnes(entries, { path, size: stats.size, report }).map(({ entry, name, file }) => ({
      file,
      path: name,
      bytes: () => readEntry(zip, entry, file, fail),
      checksum: `${entry.crc32} ${entry.uncompressedSize}`,
    }));
  } catch (error) {
    if (CorpusError.isInstance(error)) throw error;
    // yauzl's errors have neither a class nor a code. All of them are about this file.
    if (error instanceof Error && /strong encryption/.test(error.message)) {
      return fail('encrypted-zip', 'must not be encrypted', error);
    }
    return fail('bad-zip', 'must be a whole zip', await whatElse(handle, error));
  } finally {
    await handle.close();
  }
}

/**
 * The entries that can be recordings; `report` is told of the others.
 *
 * @throws {CorpusError} the first fault where every entry has one.
 */
function soundOnes(
  entries: readonly NamedEntry[],
  { path, size, report }: { path: string; size: number; report: ProblemHandler },
): NamedEntry[] {
  const faults = overlappingEntries(entries, size);
  for (const each of entries) {
    const fault = entryFault(each);
    if (fault) faults.set(each, fault);
  }
  const errorOf = (each: NamedEntry, { code, expected, got }: EntryFault): CorpusError =>
    zipError(path, code, expected, got, each.file);
  const [first] = faults;
  if (first && faults.size === entries.length) throw errorOf(...first);
  for (const fault of faults) report(errorOf(...fault));
  return entries.filter((each) => !faults.has(each));
}

/** What a file is that is no zip; yauzl's error where it is one that is damaged. */
async function whatElse(handle: FileHandle, error: unknown): Promise<unknown> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
  const first = buffer.subarray(0, bytesRead);
  const { format, description, advice } = sniffFormat(first);
  if (format === 'zip' || format === 'unknown') return error;
  const title = format === 'html' ? titleOf(first) : undefined;
  const named = title === undefined ? description : `${description}: "${title}"`;
  return advice === undefined ? named : `${named} (${advice})`;
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
