import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless Chromium: the machine's, else the one inside of `@sparticuz/chromium`. The reason why
 * not, where none starts.
 */
export async function startChromium(): Promise<Browser | string> {
  try {
    const { chromium } = await import('playwright-core');
    const named = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
    if (named) {
      return await chromium.launch({ executablePath: named, args: ['--no-sandbox'] });
    }
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return await chromium.launch({ executablePath, args: packaged.args });
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}
