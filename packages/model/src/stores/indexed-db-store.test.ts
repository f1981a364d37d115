import { expect, it } from 'vitest';
import { indexedDbStore } from './indexed-db-store.ts';

// Chromium's own database is tried in indexed-db-store.browser.test.ts.

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

it('refuses a name that leads elsewhere', async () => {
  await expect(indexedDbStore('my-model').read('../x')).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

it('closes what was never opened', () => {
  expect(() => indexedDbStore('my-model').close()).not.toThrow();
});
