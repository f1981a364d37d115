import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong in a page as it stands. */
export async function axeFaults(page: Page): Promise<unknown[]> {
  // The other mode opens a second page for frames of other hosts. Here are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations;
}
