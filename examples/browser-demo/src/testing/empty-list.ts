import type { Page } from 'playwright-core';

/** Takes all files out of the list of the view of files, which is open. */
export async function emptyList(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Remove all' });
  if ((await button.count()) > 0) await button.click();
  await page.locator('files-table').waitFor({ state: 'detached' });
}
