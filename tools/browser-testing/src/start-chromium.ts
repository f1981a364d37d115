import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless Chromium: the machine's, else the one inside of `@sparticuz/chromium`.
 *
 * @param args more arguments of its command line
 * @returns the reason why not, where none starts
 * @throws when `CHROMIUM` names one, as CI does, and it does not start: tests that were asked for are not skipped
 */
export async function startChromium(args: string[] = []): Promise<Browser | string> {
  const { CHROMIUM } = process.env;
  try {
    const { chromium } = await import('playwright-core');
    const named = CHROMIUM || PLACES.find((place) => existsSync(place));
    if (named) {
      return await chromium.launch({ executablePath: named, args: ['--no-sandbox', ...args] });
    }
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return await chromium.launch({ executablePath, args: [...packaged.args, ...args] });
  } catch (error) {
    if (CHROMIUM) throw error;
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}
