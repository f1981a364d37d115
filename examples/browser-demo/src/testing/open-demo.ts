import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { builtSite } from './built-site.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

/** The built site in a browser. */
export interface Demo {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly site: ServedFolder;
  readonly folder: string;
  /** The names of the files that the page and its workers asked for, in order. */
  readonly asked: readonly string[];
  /** What the console complained of, such as what the content security policy refused. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/**
 * @param hash The view, such as `#/live`. Default: the first one.
 * @param init Runs in each page before its scripts. Default: none.
 * @param prepare Prepares the context before a page is opened. Default: nothing.
 */
export async function openDemo(
  browser: Browser,
  {
    hash = '',
    init,
    prepare,
    ...options
  }: {
    hash?: string;
    init?: () => void;
    prepare?: (context: BrowserContext) => Promise<void>;
  } & BrowserContextOptions = {},
): Promise<Demo> {
  const folder = await builtSite();
  const site = await serveFolder(folder, '/some/demo/');
  const context = await browser.newContext(options);
  if (init) await context.addInitScript(init);
  await prepare?.(context);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(site.url)) asked.push(request.url().slice(site.url.length));
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.url + hash);
  return {
    page,
    context,
    site,
    folder,
    asked,
    complaints,
    async close() {
      await context.close();
      site.close();
    },
  };
}
