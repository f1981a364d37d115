import { randomBytes } from 'node:crypto';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CachedFeatures, FeatureCache } from '@ser/experiment';
import { whileHeld } from '@ser/internal';
import { errorCode } from '../console/error-code.ts';
import { isExpectedError } from '../console/is-expected-error.ts';
import { print } from '../console/progress.ts';
import { makeFolder } from '../data/make-folder.ts';
import { readPlainFile } from '../data/read-plain-file.ts';
import { diskBytes, entryPath } from './list-entries.ts';
import { makeRoom } from './make-room.ts';
import { packEntry, unpackEntry } from './pack-entry.ts';

/** By which programs for backups know what may be lost: https://bford.info/cachedir/ */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# Features of clips that ser has extracted. What is missing here is computed again.
`;
/** Some file systems keep times in steps of two seconds. */
const TIME_STEP = 2000;

/** Options of {@link FolderCache}. */
export interface FolderCacheOptions {
  /** Bytes that the cache may have. */
  limit: number;
  /** When the run began, in milliseconds since 1970. Default: now. */
  since?: number;
}

/**
 * Features of clips in a folder, between runs and for several processes at once: an entry is a file
 * of its own, which comes by renaming. An entry that is damaged, cut or another's counts as none. A
 * folder that cannot be read or written ends nothing: it is said once, and the run goes on without.
 */
export class FolderCache implements FeatureCache {
  readonly folder: string;
  readonly #limit: number;
  readonly #since: number;
  /** Bytes of all entries; undefined until the first is written. */
  #total: number | undefined;
  /** Entries are counted one after the other. */
  #counting: Promise<unknown> = Promise.resolve();
  #isReadable = true;
  #isWritable = true;

  constructor(folder: string, { limit, since = Date.now() }: FolderCacheOptions) {
    this.folder = folder;
    this.#limit = limit;
    this.#since = since - TIME_STEP;
  }

  async read(key: string): Promise<CachedFeatures | undefined> {
    if (!this.#isReadable) return undefined;
    const path = entryPath(this.folder, key);
    try {
      const values = unpackEntry(key, await readPlainFile(path));
      // By which the entry that was used longest ago is known. Where it cannot be kept, no matter.
      const now = new Date();
      if (values) await utimes(path, now, now).catch(() => {});
      return values;
    } catch (error) {
      if (!isExpectedError(error)) throw error;
      // What is no plain file is another's.
      if (error.code === 'ENOENT' || error.code === 'not-a-file') return undefined;
      this.#isReadable = false;
      this.#tell('read', error);
      return undefined;
    }
  }

  async write(key: string, values: CachedFeatures): Promise<void> {
    if (!this.#isWritable) return;
    try {
      const bytes = packEntry(key, values);
      const hasRoom = this.#counting.then(() => this.#count(diskBytes(bytes.length)));
      this.#counting = hasRoom.catch(() => {});
      if (await hasRoom) await this.#put(entryPath(this.folder, key), bytes);
    } catch (error) {
      if (!isExpectedError(error)) throw error;
      if (this.#isWritable) this.#tell('written', error);
      this.#isWritable = false;
    }
  }

  /** Counts an entry that is to come. @returns whether there is room for it */
  async #count(size: number): Promise<boolean> {
    // One that is larger than the whole cache would drive out all others, for nothing.
    if (!this.#isWritable || size > this.#limit) return false;
    this.#total ??= await this.#begin();
    if (this.#total + size > this.#limit) {
      const { folder } = this;
      const [limit, since] = [this.#limit, this.#since];
      this.#total = await makeRoom(folder, { limit, needed: size, since });
    }
    if (this.#total + size > this.#limit) {
      this.#isWritable = false;
      print(
        `The cache ${this.folder} is full of what this run needs: the rest is extracted anew next ` +
          'time. SER_CACHE_SIZE=20G makes it larger.',
      );
      return false;
    }
    this.#total += size;
    return true;
  }

  /** Makes the folder. @returns bytes of the entries that it has */
  async #begin(): Promise<number> {
    await makeFolder(this.folder);
    await writeFile(join(this.folder, TAG), TAG_TEXT, { flag: 'wx' }).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    return makeRoom(this.folder, { limit: this.#limit, needed: 0, since: this.#since });
  }

  async #put(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`;
    try {
      await makeFolder(dirname(path));
      await writeFile(temporary, bytes, { flag: 'wx' });
      await whileHeld(() => rename(temporary, path), process);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
  }

  #tell(verb: string, { message }: Error): void {
    print(`The cache ${this.folder} cannot be ${verb}; going on without it: ${message}`);
  }
}
