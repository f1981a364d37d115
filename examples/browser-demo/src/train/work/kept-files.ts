import { type FileStore, type MemoryStore, memoryStore } from '@ser/model';

type ReadOptions = Parameters<FileStore['read']>[1];

/** Where files go: onto the device, or into memory alone, since the browser refuses or has no room. */
export type Keeping = 'device' | 'refused' | 'full';

/** Files on this device. */
export interface Disk extends FileStore {
  /** The names of all files. */
  list(): Promise<string[]>;
  /** Deletes all of them. */
  delete(): Promise<void>;
}

/**
 * Keeps files on this device, and from the first one on that the browser does not take, in memory:
 * nothing that was computed is lost while the page is open. What the device has by then stays there
 * as it is, so that after a reload a run goes on from there.
 */
export class KeptFiles implements FileStore {
  readonly name: string;
  readonly #open: () => Disk;
  readonly #most: number;
  #opened: Disk | undefined;
  #keeping: Keeping = 'device';
  /** Whether the device has given or taken a file. Until then, one that does not is closed to us. */
  #isThere = false;
  #memory: MemoryStore = memoryStore();
  /** Files of the device that were removed in memory alone. */
  readonly #gone = new Set<string>();

  /**
   * @param open Gives the disk. Browsers that forbid it throw.
   * @param most Bytes that memory may take in place of the device.
   */
  constructor(name: string, open: () => Disk, most: number = Number.POSITIVE_INFINITY) {
    this.name = name;
    this.#open = open;
    this.#most = most;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  async read(file: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#memory.files.has(file)) return this.#memory.read(file, options);
    if (this.#gone.has(file) || this.#isClosed) return undefined;
    try {
      return await this.#onDisk((disk) => disk.read(file, options));
    } catch (error) {
      if (this.#isThere || !isOfDisk(error)) throw error;
      this.#keeping = 'refused';
      return undefined;
    }
  }

  async write(file: string, bytes: Uint8Array): Promise<void> {
    if (await this.#change((disk) => disk.write(file, bytes))) {
      await this.#memory.remove(file);
      this.#gone.delete(file);
      return;
    }
    let size = bytes.length;
    for (const [name, { length }] of this.#memory.files) if (name !== file) size += length;
    if (size > this.#most) throw new Error(`There is no room for ${file}, in memory neither.`);
    await this.#memory.write(file, bytes);
    this.#gone.delete(file);
  }

  async remove(file: string): Promise<void> {
    await this.#memory.remove(file);
    if (!(await this.#change((disk) => disk.remove(file)))) this.#gone.add(file);
  }

  /** Tries the device again with the next file; what is in memory stays there. */
  tryAgain(): void {
    this.#keeping = 'device';
  }

  /** The names of all files. */
  async list(): Promise<string[]> {
    const onDisk = this.#isClosed ? [] : await this.#onDisk((disk) => disk.list());
    const all = new Set([...onDisk, ...this.#memory.files.keys()]);
    return [...all].filter((file) => !this.#gone.has(file));
  }

  /**
   * Forgets all files. The next one is tried on the device again.
   *
   * @returns Whether none is left there. Those that are left are not read again.
   */
  async clear(): Promise<boolean> {
    this.#memory = memoryStore();
    this.#gone.clear();
    this.#keeping = 'device';
    const wasThere = this.#isThere;
    this.#isThere = false;
    try {
      this.#opened ??= this.#open();
      await this.#opened.delete();
      return true;
    } catch {
      this.#keeping = 'refused';
      return !wasThere;
    }
  }

  get #isClosed(): boolean {
    return this.#keeping === 'refused' && !this.#isThere;
  }

  async #onDisk<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    this.#opened ??= this.#open();
    const result = await work(this.#opened);
    this.#isThere = true;
    return result;
  }

  /** @returns Whether the device took it. */
  async #change(work: (disk: Disk) => Promise<void>): Promise<boolean> {
    if (this.#keeping !== 'device') return false;
    try {
      await this.#onDisk(work);
      return true;
    } catch (error) {
      if (!isOfDisk(error)) throw error;
      this.#keeping = isFull(error) ? 'full' : 'refused';
      return false;
    }
  }
}

/** Whether it is the device's fault, and not that of who asked. */
function isOfDisk(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return typeof code !== 'string' || code === 'unreadable-file';
}

function isFull(error: unknown): boolean {
  const { name, cause } = Object(error) as Partial<Error>;
  return name === 'QuotaExceededError' || (cause !== undefined && isFull(cause));
}
