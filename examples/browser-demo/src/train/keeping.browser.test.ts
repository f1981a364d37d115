import { needsChromium } from '@ser/browser-testing';
import type { MemoryStore } from '@ser/model';
import { describeWith } from '@ser/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { breakStorage, setDatabases } from '../testing/break-storage.ts';
import { browser } from '../testing/chromium.ts';
import { type Demo, openDemo } from '../testing/open-demo.ts';
import { downloadedRun } from './testing/downloaded-run.ts';
import { onceTrained } from './testing/once-trained.ts';
import { someClips } from './testing/some-clips.ts';

/** So many that the page stops in the middle, however busy the machine is. */
const EPOCHS = 6;
const REFUSED = 'This browser keeps nothing for this page';
const FULL = 'This device has no room left';

describeWith(needsChromium(browser))('training where little or nothing can be kept', () => {
  let demo: Demo;
  let page: Page;
  let inMemory: MemoryStore;
  /** What the browser asked before the page was left. */
  const asked: string[] = [];

  const view = (): Locator => page.locator('train-view');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  async function choose(): Promise<void> {
    await page.getByText('A table of features').click();
    const buffer = Buffer.from(await someClips());
    const file = { name: 'clips.parquet', mimeType: 'application/octet-stream', buffer };
    await page.getByLabel('Parquet file').setInputFiles(file);
    await page.getByText('Epochs, seed').click();
    await page.getByLabel('Epochs at most').fill(String(EPOCHS));
    await page.getByLabel('Epochs at most').blur();
    await view().getByText('Trains on').waitFor();
  }

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    demo = await openDemo(browser as Browser, {
      hash: '#/train',
      serviceWorkers: 'block',
      prepare: breakStorage,
    });
    page = demo.page;
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await choose();
  });

  afterAll(async () => {
    if (typeof browser !== 'string') await demo.close();
  });

  it('says that nothing is kept', async () => {
    await view().getByText(REFUSED).waitFor();
  });

  it('trains all the same, and gives the classifier', async () => {
    await button('Start training').click();
    await page.locator('run-result').waitFor();
    expect(await view().getByText('The run that is in this tab').count()).toBe(1);
    inMemory = await downloadedRun(page);
    expect([...inMemory.files.keys()]).toEqual(
      expect.arrayContaining(['model.json', 'weights.bin', 'report.html', 'metrics.json']),
    );
  });

  it('keeps the next run once the browser keeps something', async () => {
    await setDatabases(page, 'open');
    await button('Delete it, and all features that are kept').click();
    await view().getByText(REFUSED).waitFor({ state: 'detached' });
    await onceTrained(page, 1, 'stop');
    await button('Start training').click();
    await button('Go on').waitFor();
    await view().getByText('The run that is kept here').waitFor();
    expect(await view().getByText(REFUSED).count()).toBe(0);
  });

  it('goes on in memory when the device is full, to the same weights', async () => {
    await setDatabases(page, 'full');
    await button('Go on').click();
    await page.locator('run-result').waitFor();
    await view().getByText(FULL).waitFor();
    const run = await downloadedRun(page);
    expect(run.files.get('weights.bin')).toEqual(inMemory.files.get('weights.bin'));
    expect([...run.files.keys()].sort()).toEqual([...inMemory.files.keys()].sort());
  });

  it('goes on after a reload with what was kept until then', async () => {
    await demo.context.unrouteAll();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await button('Go on').waitFor();
  });

  it('says where a view is not to be had, since nothing is kept of it either', async () => {
    const { complaints, site } = demo;
    const before = complaints.length;
    site.isDown = true;
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByText('This view could not be loaded.').waitFor();
    expect(await page.locator('main > :not([hidden])').count()).toBe(1);
    // The browser complains of that.
    complaints.splice(before);
  });

  it('gives the browser nothing to complain of', () => {
    // That it gets no service worker is the test's doing.
    const own = demo.complaints.filter((text) => !text.startsWith('Service Worker'));
    expect(own).toEqual([]);
  });
});
