import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Containers allow no sandbox. Not the arguments that @sparticuz/chromium proposes: with a single
// process, no page is cross-origin isolated, and the second page ends the browser.
const ARGS = ['--no-sandbox', '--no-zygote'];

/**
 * A headless Chromium: the machine's, else the one inside of `@sparticuz/chromium`.
 *
 * @param args More arguments of its command line.
 * @returns The reason why not, where none starts.
 * @throws When `CHROMIUM` names one, as CI does, and it does not start: tests that were asked for
 *   are not skipped.
 */
export async function startChromium(args: string[] = []): Promise<Browser | string> {
  const { CHROMIUM } = process.env;
  const named = CHROMIUM || PLACES.find((place) => existsSync(place));
  try {
    return await (named ? launch(named, args) : launchPackaged(args));
  } catch (error) {
    if (CHROMIUM) throw error;
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}

async function launch(executablePath: string, args: string[]): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  // No time limits: on a busy machine all takes long, and the test's own limit ends what hangs.
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGS, ...args],
    timeout: 0,
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(0);
    return page;
  };
  return browser;
}

/** Starts the one inside of the npm package, which unpacks itself the first time. */
async function launchPackaged(args: string[]): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(await packaged.executablePath(), args);
    } catch (error) {
      if (attempt === 3) throw error;
      // Another package's tests may be unpacking it right now.
      await setTimeout(5000);
    }
  }
}
