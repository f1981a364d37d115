/** What goes wrong in a database. */
interface Faults {
  /** A request of this kind fails. */
  request?: 'get' | 'put' | 'delete';
  /** A transaction is given up after its requests have succeeded, as on a full disk. */
  completion?: boolean;
}

/** A database in memory that a test can look into. */
export interface FakeIndexedDb {
  factory: IDBFactory;
  /** The files of the one database. */
  files: Map<string, unknown>;
  faults: Faults;
  /** What was asked of it, such as `open my-model 1`, in order. */
  log: string[];
  /** The connections that were opened. */
  connections: FakeConnection[];
}

interface FakeConnection {
  onversionchange?: () => void;
  onclose?: () => void;
  [method: string]: unknown;
}

interface FakeRequest {
  result?: unknown;
  error?: Error;
  onsuccess?: () => void;
  onerror?: () => void;
  onupgradeneeded?: () => void;
}

/**
 * The part of IndexedDB that a store uses, for tests in Node. A request ends in a later task, its
 * transaction after that. What a transaction has put is there when the transaction ends.
 */
export function fakeIndexedDb(): FakeIndexedDb {
  const files = new Map<string, unknown>();
  const faults: Faults = {};
  const log: string[] = [];
  const connections: FakeIndexedDb['connections'] = [];
  let isNew = true;

  function transaction(name: string, mode: string, options?: { durability?: string }) {
    log.push(`${mode} ${name} ${options?.durability}`);
    const changes: (() => void)[] = [];
    const events: { oncomplete?: () => void; onabort?: () => void; error?: Error | null } = {};
    const run = (kind: NonNullable<Faults['request']>, work: () => unknown): FakeRequest => {
      const request: FakeRequest = {};
      setImmediate(() => {
        if (faults.request === kind) {
          request.error = new Error(`${kind} failed`);
          request.onerror?.();
          return;
        }
        request.result = work();
        request.onsuccess?.();
        setImmediate(() => {
          if (faults.completion) {
            events.error = new Error('the disk is full');
            events.onabort?.();
            return;
          }
          for (const change of changes) change();
          log.push('complete');
          events.oncomplete?.();
        });
      });
      return request;
    };
    return Object.assign(events, {
      objectStore: () => ({
        get: (key: string) => run('get', () => files.get(key)),
        put: (value: unknown, key: string) =>
          run('put', () => void changes.push(() => files.set(key, structuredClone(value)))),
        delete: (key: string) => run('delete', () => void changes.push(() => files.delete(key))),
      }),
    });
  }

  function open(name: string, version: number): FakeRequest {
    log.push(`open ${name} ${version}`);
    const connection: FakeConnection = {
      transaction,
      createObjectStore: (store: string) => void log.push(`create ${store}`),
      close: () => void log.push('close'),
    };
    connections.push(connection);
    const request: FakeRequest = { result: connection };
    setImmediate(() => {
      if (isNew) request.onupgradeneeded?.();
      isNew = false;
      request.onsuccess?.();
    });
    return request;
  }

  return { factory: { open } as unknown as IDBFactory, files, faults, log, connections };
}
