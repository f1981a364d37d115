import type { OptionNames } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSize } from '../util/check-size.ts';
import { type FileStore, READ_OPTIONS } from './file-store.ts';

/** The options of `indexedDbStore`. */
export interface IndexedDbStoreOptions {
  /** The factory of databases. Default `globalThis.indexedDB`. */
  indexedDB?: IDBFactory;
}

const OPTIONS: OptionNames<IndexedDbStoreOptions> = { indexedDB: true };

/** A store in a database of the browser. */
export interface IndexedDbStore extends FileStore {
  /** Closes the database, so that it can be deleted. The next use opens it again. */
  close(): void;
}

const DATABASE_VERSION = 1;
/** The object store: a file's bytes under its name. */
const FILES = 'files';

/**
 * Keeps files in IndexedDB, in a page or a worker. All pages and workers of one origin that give
 * the same name share them. Each write is one transaction.
 *
 * @param name The database's name. The first use makes the database.
 * @throws {ModelError} from `read`, `write` and `remove`: `unreadable-file` where there is no
 *   IndexedDB, the browser refuses it (private windows) or the transaction fails (a full disk).
 *
 * @example
 * await classifier.save(indexedDbStore('my-model'));
 * const classifier = await Classifier.load(indexedDbStore('my-model'));
 */
export function indexedDbStore(name: string, options: IndexedDbStoreOptions = {}): IndexedDbStore {
  const { indexedDB = globalThis.indexedDB } = checkOptions('indexedDbStore', options, OPTIONS);
  let opening: Promise<IDBDatabase> | undefined;
  const failed = (what: string, cause: unknown): ModelError =>
    new ModelError('unreadable-file', `indexedDbStore: ${name}: ${what}`, { cause });

  /** Closes a connection; the next use opens another. */
  function close(connection: Promise<IDBDatabase> | undefined): void {
    if (opening === connection) opening = undefined;
    // One that did not open has nothing to close.
    connection?.then((database) => database.close()).catch(() => {});
  }

  function connect(): Promise<IDBDatabase> {
    if (opening) return opening;
    const connection = open(() => close(connection));
    opening = connection;
    return connection;
  }

  async function open(onLost: () => void): Promise<IDBDatabase> {
    if (!indexedDB) throw new Error('this platform has no IndexedDB');
    const request = indexedDB.open(name, DATABASE_VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(FILES);
    const database = await resultOf(request);
    // Another page wants to delete the database.
    database.onversionchange = onLost;
    // The browser has closed it, such as when the user clears the site's data.
    database.onclose = onLost;
    return database;
  }

  /** Runs one request in a transaction of its own, and waits until it is on the disk. */
  async function transact<T>(
    file: string,
    mode: IDBTransactionMode,
    request: (files: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const connection = connect();
    try {
      const transaction = (await connection).transaction(FILES, mode, { durability: 'strict' });
      const result = resultOf(request(transaction.objectStore(FILES)));
      const [value] = await Promise.all([result, completion(transaction)]);
      return value;
    } catch (cause) {
      close(connection);
      const why = (cause as Error | null)?.message ?? 'the transaction failed';
      throw failed(`${file}: ${why}`, cause);
    }
  }

  return {
    name,
    async read(file, options = {}) {
      checkFileName('indexedDbStore.read', 'file', file);
      const { maxBytes } = checkOptions('indexedDbStore.read', options, READ_OPTIONS);
      const value = await transact<unknown>(file, 'readonly', (files) => files.get(file));
      if (value === undefined) return undefined;
      if (!(value instanceof Uint8Array)) throw failed(`${file} does not hold bytes`, undefined);
      checkSize('indexedDbStore.read', file, value.length, maxBytes);
      return new Uint8Array(value);
    },
    async write(file, bytes) {
      checkFileName('indexedDbStore.write', 'file', file);
      // A copy, because the whole buffer of a view would be stored.
      const copy = new Uint8Array(bytes);
      await transact(file, 'readwrite', (files) => files.put(copy, file));
    },
    async remove(file) {
      checkFileName('indexedDbStore.remove', 'file', file);
      await transact(file, 'readwrite', (files) => files.delete(file));
    },
    close: () => close(opening),
  };
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
