import type { Browser } from 'playwright-core';

/**
 * What `describeWith` of `@ser/testing` takes.
 *
 * @param browser What `startChromium` gave.
 */
export function needsChromium(browser: Browser | string): { have: boolean; reason: string } {
  return { have: typeof browser !== 'string', reason: `no Chromium starts here: ${browser}` };
}
