import type { Page } from 'playwright-core';

/** Takes all files out of the list of the view of files, which is open. */
export async function emptyList(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: /^Remove/ });
  for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
  await page.locator('files-table').waitFor({ state: 'detached' });
}
