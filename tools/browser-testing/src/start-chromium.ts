import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Containers allow no sandbox. Not the arguments that @sparticuz/chromium proposes: with a single
// process, no page is cross-origin isolated, and the second page ends the browser.
const ARGS = ['--no-sandbox', '--no-zygote'];

/** Milliseconds to start in. It takes one second, beside eight busy processes twenty. */
const START_TIMEOUT = 90_000;
/** How often a browser that did not start in time is started anew. */
const ATTEMPTS = 3;
/**
 * Milliseconds that a page may let a test wait for one thing. No healthy page needs a third of them,
 * also beside twenty busy processes; a page that hangs would otherwise cost a test's whole limit,
 * test after test.
 */
export const PAGE_TIMEOUT = 120_000;

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
  const { chromium, errors } = await import('playwright-core');
  const options = { executablePath, args: [...ARGS, ...args], timeout: START_TIMEOUT };
  for (let attempt = 1; ; attempt++) {
    try {
      const browser = await chromium.launch(options);
      return guarded(browser);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === ATTEMPTS) throw error;
      console.warn(`Chromium did not start in ${START_TIMEOUT} ms, attempt ${attempt}`);
    }
  }
}

/** Gives every page a limit. `newPage` asks `newContext`. */
function guarded(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PAGE_TIMEOUT);
    return context;
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
