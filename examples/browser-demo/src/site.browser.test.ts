import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { needsChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeWav } from './recognition/sound/encode-wav.ts';
import { makeExample } from './recognition/sound/examples.ts';
import { axeFaults } from './testing/axe-faults.ts';
import { browser } from './testing/chromium.ts';
import { dropFiles, rowsWhenDone } from './testing/drop-files.ts';
import { gzippedSize } from './testing/first-load.ts';
import { newerRelease } from './testing/newer-release.ts';
import { openDemo } from './testing/open-demo.ts';
import { PATIENCE } from './testing/patience.ts';
import { serveFolder } from './testing/serve-folder.ts';
import { type SharedDemo, sharedDemo } from './testing/shared-demo.ts';

/** What the first visit may take, gzipped, weights and WebAssembly included. */
const BUDGET = 900_000;

describeWith(needsChromium(browser))('the site as a whole', () => {
  let demo: SharedDemo;

  beforeAll(async () => {
    if (typeof browser !== 'string') demo = await sharedDemo('#/files');
  });

  afterAll(async () => {
    if (typeof browser === 'string') return;
    demo.site.isDown = false;
    await demo.context.setOffline(false);
  });

  it('loads at most 900 kB before it has heard a file', async () => {
    const { firstLoad, folder } = demo;
    expect(firstLoad.some((name) => name.includes('worker-'))).toBe(true);
    const size = await gzippedSize(folder, firstLoad);
    expect(size).toBeLessThan(BUDGET);
  });

  it('opens with the files', async () => {
    await demo.page.locator('files-view h1').waitFor();
    expect(await demo.page.title()).toBe('Files · Emotion in a voice');
  });

  it('keeps what training needs once that view was opened', async () => {
    const { page } = demo;
    const kept = async () => (await page.evaluate(() => caches.keys())).join(' and ');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    // Other tests of the process may have opened it.
    if (!demo.asked.some((name) => name.includes('train-view'))) {
      expect(await kept()).toMatch(/^ser-[0-9a-f]{16}$/);
    }
    await page.getByRole('link', { name: 'Train', exact: true }).click();
    await expect.poll(kept, PATIENCE).toMatch(/^ser-([0-9a-f]{16}) and ser-training-\1$/);
  });

  it.each(['Live', 'Your voice', 'Train', 'Files', 'About'])('shows %s', async (name) => {
    const { page } = demo;
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForFunction((text) => document.title.startsWith(text), name);
    await page.locator('main > :not([hidden]) h1').waitFor();
    expect(await page.locator('main > :not([hidden])').count()).toBe(1);
    expect(await page.locator('[aria-current=page]').textContent()).toBe(name);
  });

  it('has no fault that axe finds', async () => {
    expect(await axeFaults(demo.page)).toEqual([]);
  });

  it('asks no other host for anything, as its policy in the page and on hosts says', async () => {
    const { page, folder } = demo;
    const inPage = await page
      .locator('meta[http-equiv=Content-Security-Policy]')
      .getAttribute('content');
    expect(inPage).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(inPage).toContain("connect-src 'self';");
    const readme = new URL('../README.md', import.meta.url);
    expect(await readFile(readme, 'utf8')).toContain(inPage);
    expect(await readFile(join(folder, '_headers'), 'utf8')).toContain(inPage);
    expect(await readFile(join(folder, 'service-worker.js'), 'utf8')).toContain(inPage);
  });

  it('gives the headers of `_headers` from its second visit on, so that any host has threads', async () => {
    const { page, folder } = demo;
    const text = await readFile(join(folder, '_headers'), 'utf8');
    const wanted = [...text.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(
      ([, name, value]) => [name.toLowerCase(), value] as const,
    );
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const response = await page.reload();
    for (const [name, value] of wanted) expect(response?.headers()[name]).toBe(value);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('goes to the content by the link for that, and stays in its view', async () => {
    const { page } = demo;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('About');
    expect(new URL(page.url()).hash).toBe('#/about');
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
    site.isDown = true;
    await context.setOffline(true);
    await page.goto(site.url);
    await page.locator('files-view h1').waitFor();
    await dropFiles(page, [{ name: 'voice.wav', bytes: encodeWav(makeExample('low')) }]);
    const [[name, length]] = await rowsWhenDone(page, 1);
    expect([name, length]).toEqual(['voice.wav', '0:03.6']);
  });

  it('goes on with the release that it began with, and takes the newer one on a reload', async () => {
    const { page, site, folder, close } = await openDemo(browser as Browser);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const newer = await newerRelease(folder);
    site.folder = newer;
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((next) => setTimeout(next, 20));
    });
    await page.getByRole('link', { name: 'About' }).click();
    await page.locator('about-view h1').waitFor();
    const release = () => page.evaluate(() => document.documentElement.dataset.release ?? 'first');
    expect(await release()).toBe('first');
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.release === 'second');
    await page.locator('about-view h1').waitFor();
    const keys = await page.evaluate(() => caches.keys());
    expect(keys).toEqual(['ser-newer']);
    await close();
    await rm(newer, { recursive: true });
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
