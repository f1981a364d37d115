import { fileURLToPath } from 'node:url';
import {
  bundle,
  needsChromium,
  type Page,
  type Site,
  serve,
  startChromium,
} from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type {
  deleteDatabase,
  StoreTask,
  storedBytes,
  useDatabase,
} from '../testing/store-in-page.ts';

const entry = fileURLToPath(new URL('../testing/store-in-page.ts', import.meta.url));
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const work: {
  useDatabase: typeof useDatabase;
  deleteDatabase: typeof deleteDatabase;
  storedBytes: typeof storedBytes;
};

describeWith(needsChromium(browser))('in Chromium', () => {
  let site: Site;
  let script: string;
  let page: Page;
  let name: string;
  let databases = 0;

  beforeAll(async () => {
    site = await serve(() => undefined);
    script = await bundle(entry, 'work');
    if (typeof browser === 'string') return;
    page = await browser.newPage();
    await page.goto(site.url);
    await page.addScriptTag({ content: script });
  });
  beforeEach(() => {
    name = `test-${databases++}`;
  });
  afterAll(async () => {
    site?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  const inPage = (...tasks: StoreTask[]) =>
    page.evaluate((each) => work.useDatabase(each.name, each.tasks), { name, tasks });

  /** The same in a worker of the page. */
  const inWorker = (...tasks: StoreTask[]) =>
    page.evaluate(
      async ({ source, ...args }) => {
        const answer =
          'onmessage = async ({ data }) => ' +
          'postMessage(await work.useDatabase(data.name, data.tasks));';
        const url = URL.createObjectURL(new Blob([source, '\n', answer]));
        const worker = new Worker(url);
        try {
          return await new Promise<(number[] | string | undefined)[]>((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.postMessage(args);
          });
        } finally {
          worker.terminate();
          URL.revokeObjectURL(url);
        }
      },
      { source: script, name, tasks },
    );

  test('gives back what was written', async () => {
    expect(
      await inPage(
        { do: 'write', file: 'fold1/a.bin', bytes: [1, 2, 3] },
        { do: 'read', file: 'fold1/a.bin' },
      ),
    ).toEqual([[1, 2, 3]]);
  });

  test('says undefined of a file that is not there', async () => {
    expect(await inPage({ do: 'read', file: 'none' })).toEqual([undefined]);
  });

  test('replaces a file', async () => {
    expect(
      await inPage(
        { do: 'write', file: 'a', bytes: [1, 2, 3] },
        { do: 'write', file: 'a', bytes: [4] },
        { do: 'read', file: 'a' },
      ),
    ).toEqual([[4]]);
  });

  test('removes a file, also one that is not there', async () => {
    expect(
      await inPage(
        { do: 'write', file: 'a', bytes: [1] },
        { do: 'remove', file: 'a' },
        { do: 'remove', file: 'a' },
        { do: 'read', file: 'a' },
      ),
    ).toEqual([undefined]);
  });

  test('keeps files when it is closed and opened again', async () => {
    await inPage({ do: 'write', file: 'a', bytes: [1] });
    expect(await inPage({ do: 'read', file: 'a' })).toEqual([[1]]);
  });

  test('gives the page what a worker has written', async () => {
    await inWorker({ do: 'write', file: 'a', bytes: [5, 6] });
    expect(await inPage({ do: 'read', file: 'a' })).toEqual([[5, 6]]);
  });

  test('gives a worker what the page has written', async () => {
    await inPage({ do: 'write', file: 'a', bytes: [7] });
    expect(await inWorker({ do: 'read', file: 'a' })).toEqual([[7]]);
  });

  test('refuses a name that leads elsewhere', async () => {
    expect(await inPage({ do: 'read', file: '../a' })).toEqual([
      expect.stringContaining('`file` must be a relative path'),
    ]);
  });

  test('lets others delete the database, and begins anew', async () => {
    expect(await page.evaluate((each) => work.deleteDatabase(each), name)).toBeUndefined();
  });

  test('stores the bytes alone, not the memory that they are a part of', async () => {
    expect(await page.evaluate((each) => work.storedBytes(each), name)).toBe(10);
  });
});
