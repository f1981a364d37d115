import { describe, expect, it, vi } from 'vitest';
import { fakeIndexedDb } from '../testing/fake-indexed-db.ts';
import { itIsAFileStore } from '../testing/file-store-tests.ts';
import { indexedDbStore } from './indexed-db-store.ts';

// Chromium's own database is tried in indexed-db-store.browser.test.ts.

const bytes = (...values: number[]) => Uint8Array.from(values);

itIsAFileStore(() => indexedDbStore('my-model', { indexedDB: fakeIndexedDb().factory }));

/** A store and its database, in which `a` holds 1. */
async function begun() {
  const database = fakeIndexedDb();
  const store = indexedDbStore('my-model', { indexedDB: database.factory });
  await store.write('a', bytes(1));
  database.log.length = 0;
  return { ...database, store };
}

it('is called after its database', () => {
  expect(indexedDbStore('my-model').name).toBe('my-model');
});

it('makes the database at its first use, and opens it once', async () => {
  const { factory, log } = fakeIndexedDb();
  const store = indexedDbStore('my-model', { indexedDB: factory });
  expect(log).toEqual([]);
  await store.write('a', bytes(1));
  await store.read('a');
  await store.remove('a');
  expect(log).toEqual([
    'open my-model 1',
    'create files',
    'readwrite files strict',
    'complete',
    'readonly files strict',
    'complete',
    'readwrite files strict',
    'complete',
  ]);
});

it('takes the database of the platform by default', async () => {
  const { factory, files } = fakeIndexedDb();
  vi.stubGlobal('indexedDB', factory);
  try {
    await indexedDbStore('my-model').write('a', bytes(1));
  } finally {
    vi.unstubAllGlobals();
  }
  expect([...files.keys()]).toEqual(['a']);
});

it('says that a file is written when it is on the disk', async () => {
  const { store, files } = await begun();
  await store.write('a', bytes(2));
  expect(files.get('a')).toEqual(bytes(2));
});

describe.each([
  ['put failed', { request: 'put' }],
  ['the disk is full', { completion: true }],
] as const)('a write that fails because %s', (why, faults) => {
  it('says so, and leaves the old file', async () => {
    const { store, files, faults: current } = await begun();
    Object.assign(current, faults);
    await expect(store.write('a', bytes(2))).rejects.toMatchObject({
      name: 'ModelError',
      code: 'unreadable-file',
      message: `indexedDbStore: my-model: a: ${why}`,
      cause: expect.objectContaining({ message: why }),
    });
    expect(files.get('a')).toEqual(bytes(1));
  });

  it('closes the database, and the next use opens it again', async () => {
    const { store, log, faults: current } = await begun();
    Object.assign(current, faults);
    await store.write('a', bytes(2)).catch(() => {});
    Object.assign(current, { request: undefined, completion: undefined });
    await store.write('a', bytes(3));
    expect(log.filter((each) => /open|close/.test(each))).toEqual(['close', 'open my-model 1']);
    expect(await store.read('a')).toEqual(bytes(3));
  });
});

it.each([
  ['read', 'get', (store: ReturnType<typeof indexedDbStore>) => store.read('a')],
  ['remove', 'delete', (store: ReturnType<typeof indexedDbStore>) => store.remove('a')],
] as const)('says that a %s failed', async (_, request, use) => {
  const { store, faults, files } = await begun();
  faults.request = request;
  await expect(use(store)).rejects.toThrow(`indexedDbStore: my-model: a: ${request} failed`);
  expect(files.get('a')).toEqual(bytes(1));
});

it('says that a transaction failed which does not say why', async () => {
  const { store, connections } = await begun();
  const [connection] = connections as unknown as { transaction: () => never }[];
  connection.transaction = () => {
    throw null;
  };
  await expect(store.read('a')).rejects.toThrow('my-model: a: the transaction failed');
});

it('says so when the file is no file of a store', async () => {
  const { store, files } = await begun();
  files.set('a', 'text');
  await expect(store.read('a')).rejects.toMatchObject({
    code: 'unreadable-file',
    message: 'indexedDbStore: my-model: a does not hold bytes',
  });
});

it.each(['onversionchange', 'onclose'] as const)(
  'opens the database again after %s',
  async (event) => {
    const { store, log, connections } = await begun();
    connections[0][event]?.();
    expect(await store.read('a')).toEqual(bytes(1));
    expect(log.filter((each) => /open|close/.test(each))).toEqual(['open my-model 1', 'close']);
  },
);

it('closes its database when it is told to', async () => {
  const { store, log } = await begun();
  store.close();
  await store.read('a');
  expect(log.filter((each) => /open|close/.test(each))).toEqual(['open my-model 1', 'close']);
});

it('keeps a connection that was opened after one that is lost', async () => {
  const { store, log, connections } = await begun();
  store.close();
  await store.read('a');
  log.length = 0;
  connections[0].onclose?.();
  await store.read('a');
  expect(log.filter((each) => each.startsWith('open'))).toEqual([]);
});

it('stores the bytes alone, not the memory that they are a part of', async () => {
  const { store, files } = await begun();
  await store.write('part', new Uint8Array(1000).subarray(0, 10));
  expect((files.get('part') as Uint8Array).buffer.byteLength).toBe(10);
});

it('says so where there is no IndexedDB', async () => {
  await expect(indexedDbStore('my-model').read('model.json')).rejects.toMatchObject({
    name: 'ModelError',
    code: 'unreadable-file',
    message: 'indexedDbStore: my-model: model.json: this platform has no IndexedDB',
  });
});

it('says so when the browser refuses to open a database', async () => {
  const indexedDB = {
    open() {
      throw new DOMException('denied', 'SecurityError');
    },
  } as unknown as IDBFactory;
  const store = indexedDbStore('my-model', { indexedDB });
  await expect(store.write('a', new Uint8Array(1))).rejects.toMatchObject({
    code: 'unreadable-file',
    message: 'indexedDbStore: my-model: a: denied',
  });
});

it('closes what was never opened', () => {
  expect(() => indexedDbStore('my-model').close()).not.toThrow();
});
