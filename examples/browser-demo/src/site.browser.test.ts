import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { needsChromium, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeWav } from './recognition/sound/encode-wav.ts';
import { makeExample } from './recognition/sound/examples.ts';
import { dropFiles, rowsWhenDone } from './testing/drop-files.ts';
import { gzippedSize } from './testing/first-load.ts';
import { type Demo, openDemo } from './testing/open-demo.ts';
import { serveFolder } from './testing/serve-folder.ts';

const browser = await startChromium();

/** What the first visit may take, gzipped, weights and WebAssembly included. */
const BUDGET = 900_000;

describeWith(needsChromium(browser))('the site as a whole', () => {
  /** As on a first visit; a service worker would fetch what later visits need. */
  let first: Demo;
  let demo: Demo;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    first = await openDemo(browser, { serviceWorkers: 'block' });
    demo = await openDemo(browser);
  });

  afterAll(async () => {
    await first?.close();
    await demo?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  it('loads at most 900 kB before it is ready', async () => {
    const { page, site, folder } = first;
    await dropFiles(page, [{ name: 'voice.wav', bytes: encodeWav(makeExample('lively')) }]);
    await rowsWhenDone(page, 1);
    const loaded = site.requests.map((path) => path.replace(/^\/some\/demo\//, ''));
    expect(loaded.some((name) => name.includes('worker-'))).toBe(true);
    const size = await gzippedSize(folder, loaded);
    expect(size).toBeLessThan(BUDGET);
  });

  it('opens with the files', async () => {
    await first.page.locator('files-view h1').waitFor();
    expect(await first.page.title()).toBe('Files · Emotion in a voice');
  });

  it.each(['Live', 'Your voice', 'Train', 'About', 'Files'])('shows %s', async (name) => {
    const { page } = first;
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForFunction((text) => document.title.startsWith(text), name);
    await page.locator('main > :not([hidden]) h1').waitFor();
    expect(await page.locator('main > :not([hidden])').count()).toBe(1);
    expect(await page.locator('[aria-current=page]').textContent()).toBe(name);
  });

  it('has no fault that axe finds', async () => {
    const { page } = first;
    await page.getByRole('link', { name: 'About', exact: true }).click();
    await page.locator('about-view h1').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });

  it('asks no other host for anything, as its policy in the page and on hosts says', async () => {
    const { page, folder } = demo;
    const inPage = await page
      .locator('meta[http-equiv=Content-Security-Policy]')
      .getAttribute('content');
    expect(inPage).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(inPage).toContain("connect-src 'self';");
    expect(await readFile(join(folder, '_headers'), 'utf8')).toContain(inPage);
    expect(await readFile(join(folder, 'service-worker.js'), 'utf8')).toContain(inPage);
  });

  it('is isolated from its second visit on, so that threads work on any host', async () => {
    const { page } = demo;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.reload();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('lets neither the page nor its worker reach another host', async () => {
    const { page, folder, complaints } = demo;
    const other = await serveFolder(folder, '/');
    const reach = (url: string) => fetch(url, { mode: 'no-cors' }).then(() => 'reached', String);
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    const before = complaints.length;
    expect(await page.evaluate(reach, `${other.url}icon.svg`)).toContain('Failed to fetch');
    expect(await worker.evaluate(reach, `${other.url}icon.svg`)).toContain('Failed to fetch');
    expect(other.requests).toEqual([]);
    other.close();
    // The browser complains of these two.
    complaints.splice(before);
  });

  it('hears a file without a network', async () => {
    const { page, context, site } = demo;
    site.close();
    await context.setOffline(true);
    await page.reload();
    await page.locator('files-view h1').waitFor();
    await dropFiles(page, [{ name: 'voice.wav', bytes: encodeWav(makeExample('low')) }]);
    const [[name, length]] = await rowsWhenDone(page, 1);
    expect([name, length]).toEqual(['voice.wav', '0:03.6']);
  });

  it('gives the browser nothing to complain of', () => {
    // Of the page without a service worker the test itself is to blame.
    const complaints = first.complaints.filter((text) => !text.includes('blocked by Playwright'));
    expect([...complaints, ...demo.complaints]).toEqual([]);
  });
});
