import { readFile } from 'node:fs/promises';
import { type MemoryStore, memoryStore } from '@ser/model';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Page } from 'playwright-core';

/** The files in the zip that the page gives. */
export async function downloadedRun(page: Page): Promise<MemoryStore> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the classifier (zip)', exact: true }).click();
  const bytes = await readFile(await (await waiting).path());
  const store = memoryStore();
  for (const entry of await new ZipReader(new BlobReader(new Blob([bytes]))).getEntries()) {
    if (!entry.directory)
      await store.write(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return store;
}
