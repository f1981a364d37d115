import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { needsChromium, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { makeExample } from '../recognition/sound/examples.ts';
import { dropFiles, rowsWhenDone } from '../testing/drop-files.ts';
import { gzippedSize } from '../testing/first-load.ts';
import { type Demo, openDemo } from '../testing/open-demo.ts';

const browser = await startChromium();

/** What the first visit may take, gzipped, weights and WebAssembly included. */
const BUDGET = 900_000;

describeWith(needsChromium(browser))('the site as a whole', () => {
  let demo: Demo;

  beforeAll(async () => {
    if (typeof browser !== 'string') demo = await openDemo(browser);
  });

  afterAll(async () => {
    await demo?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  it('loads at most 900 kB before it is ready', async () => {
    if (typeof browser === 'string') return;
    // A service worker fetches what later visits need, which is not counted.
    const first = await openDemo(browser, { serviceWorkers: 'block' });
    const { page, site, folder } = first;
    await dropFiles(page, [{ name: 'voice.wav', bytes: encodeWav(makeExample('lively')) }]);
    await rowsWhenDone(page, 1);
    const loaded = site.requests.map((path) => path.replace(/^\/some\/demo\//, ''));
    expect(loaded.some((name) => name.includes('worker-'))).toBe(true);
    const size = await gzippedSize(folder, loaded);
    expect(size).toBeLessThan(BUDGET);
    await first.close();
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

  it('holds its workers to the policy too', async () => {
    const { page } = demo;
    const policy = await page.evaluate(async () => {
      const worker = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .find((name) => name.includes('/worker-'));
      const response = await fetch(worker ?? '');
      return response.headers.get('content-security-policy');
    });
    expect(policy).toContain("connect-src 'self'");
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
