import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, needsChromium, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, expect, it } from 'vitest';
import type * as Ravdess from './index.ts';
import { makeWav } from './testing/make-wav.ts';

const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const ravdess: typeof Ravdess;

describeWith(needsChromium(browser))('sources, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-pick-'));

  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('inspects what was picked', async () => {
    if (typeof browser === 'string') return;
    writeFileSync(join(folder, '03-01-01-01-01-01-01.wav'), makeWav([1000, 2000, 3000]));
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle(entry, 'ravdess') });
    await page.setContent('<input type="file" webkitdirectory>');
    await page.setInputFiles('input', folder);
    const inspection = await page.evaluate(() =>
      ravdess.inspect(ravdess.fromFiles(document.querySelector('input')?.files ?? [])),
    );
    expect(inspection).toMatchObject({ clips: 1, perEmotion: { neutral: 1 }, problems: [] });
  });
});
