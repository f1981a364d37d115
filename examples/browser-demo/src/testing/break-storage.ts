import type { BrowserContext, Page } from 'playwright-core';

/** What happens to databases: they do not open, work, or take no more. */
export type DatabaseState = 'refused' | 'open' | 'full';

/** Runs in a worker before its scripts. */
function breakDatabases(): void {
  let state: DatabaseState = 'refused';
  new BroadcastChannel('databases').onmessage = ({ data }: MessageEvent<DatabaseState>) => {
    state = data;
  };
  const { prototype } = IDBFactory;
  for (const method of ['open', 'deleteDatabase'] as const) {
    const own = prototype[method];
    prototype[method] = function (this: IDBFactory, name: string) {
      if (state !== 'refused') return own.call(this, name, 1);
      const error = new DOMException('It did not allow mutations.', 'InvalidStateError');
      const request = { error, onerror: () => {} };
      setTimeout(() => request.onerror());
      return request as unknown as IDBOpenDBRequest;
    };
  }
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key: IDBValidKey) {
    if (state === 'full') throw new DOMException('There is no room.', 'QuotaExceededError');
    return put.call(this, value, key);
  };
}

/** Runs in a page before its scripts. */
function refuseTexts(): void {
  Object.defineProperty(globalThis, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

/** Has pages keep nothing, as in a private window. They must have no service worker. */
export async function breakStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(refuseTexts);
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const body = `(${breakDatabases})();\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
}

/** What happens to the databases of such a page from now on. */
export async function setDatabases(page: Page, state: DatabaseState): Promise<void> {
  await page.evaluate((text) => new BroadcastChannel('databases').postMessage(text), state);
}
