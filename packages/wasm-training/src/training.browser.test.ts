import { fileURLToPath } from 'node:url';
import {
  bundle,
  needsChromium,
  type Page,
  type Site,
  serve,
  startChromium,
} from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trainConvolutions } from './testing/train-in-page.ts';

const entry = fileURLToPath(new URL('./testing/train-in-page.ts', import.meta.url));
const backendFiles = fileURLToPath(
  new URL('./', import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm')),
);
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const training: { trainConvolutions: typeof trainConvolutions };
type Run = Awaited<ReturnType<typeof trainConvolutions>>;

describeWith(needsChromium(browser))('training in Chromium', () => {
  let site: Site;
  let inNode: Run;
  let script: string;

  beforeAll(async () => {
    site = await serve((name) => (/^[\w-]+\.wasm$/.test(name) ? backendFiles + name : undefined));
    script = await bundle(entry, 'training');
    inNode = await trainConvolutions({ threads: 1 });
    expect(inNode.losses.at(-1)).toBeLessThan(inNode.losses[0]);
  });

  afterAll(async () => {
    site?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  /** Trains in a new page. */
  async function inPage(path: '' | 'isolated/', threads: number): Promise<Run> {
    if (typeof browser === 'string') throw new Error(browser);
    const page: Page = await browser.newPage();
    try {
      await page.goto(site.url + path);
      await page.addScriptTag({ content: script });
      return await page.evaluate((options) => training.trainConvolutions(options), {
        threads,
        wasmPath: site.url + path,
      });
    } finally {
      await page.close();
    }
  }

  test('gives the weights that Node gives, bit for bit', async () => {
    const run = await inPage('', 1);
    expect(run.isolated).toBe(false);
    expect(run.sha256).toBe(inNode.sha256);
    expect(run.losses).toEqual(inNode.losses);
  });

  test('falls back to one thread where the page is not isolated', async () => {
    const run = await inPage('', 4);
    expect(run.workerUnits).toBe(0);
    expect(run.sha256).toBe(inNode.sha256);
  });

  test('shares the work among threads where it is, for the same bits', async () => {
    const together = await inPage('isolated/', 2);
    expect(together.isolated).toBe(true);
    expect(together.workerUnits).toBeGreaterThan(0);
    expect(together.sha256).toBe(inNode.sha256);
  });
});
