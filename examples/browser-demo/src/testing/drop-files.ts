import type { Page } from 'playwright-core';

/** A file as tests make it. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Drops files on the view of files, all at once. */
export async function dropFiles(page: Page, files: readonly MadeFile[]): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, sent);
  await page.dispatchEvent('files-view drop-zone', 'drop', { dataTransfer });
  await dataTransfer.dispose();
}

/** Drops a folder of this machine on the view of files, as the system does. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const zone = page.locator('files-view drop-zone');
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  const { x, y } = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

/** The rows of the table of files once none is waited for: the texts of their cells. */
export async function rowsWhenDone(page: Page, count: number): Promise<string[][]> {
  const rows = page.locator('files-table tbody tr');
  await rows.nth(count - 1).waitFor();
  await page
    .locator('files-table tbody')
    .getByText(/waiting|listening/)
    .first()
    .waitFor({ state: 'detached' });
  return rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
    ),
  );
}
