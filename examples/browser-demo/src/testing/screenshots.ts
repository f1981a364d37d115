// Draws every view as people see it, to be looked at, and the picture of the README:
// `npx -y pnpm@12 screenshots [FOLDER]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from '@ser/browser-testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { rowsWhenDone } from './drop-files.ts';
import { openDemo } from './open-demo.ts';
import { smallPicture } from './small-picture.ts';
import { voiceFile } from './voice-file.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'ser-screenshots');
const PICTURE = fileURLToPath(new URL('../../picture.png', import.meta.url));

const DESKTOP = { width: 1200, height: 800 };
/** Pixels. The README shows no more. */
const PICTURE_WIDTH = 900;
const PHONE = { width: 375, height: 812 };
const LOOKS: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light', viewport: DESKTOP },
  dark: { colorScheme: 'dark', viewport: DESKTOP },
  phone: { colorScheme: 'light', viewport: PHONE },
  'phone-dark': { colorScheme: 'dark', viewport: PHONE },
  forced: { colorScheme: 'dark', forcedColors: 'active', viewport: DESKTOP },
};

/** What is done in each view before it is drawn. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  files: async (page) => {
    await page.getByRole('button', { name: 'Forty seconds that change' }).click();
    await rowsWhenDone(page, 1);
    await page.getByRole('button', { name: 'A lively voice' }).click();
    await rowsWhenDone(page, 2);
  },
  why: async (page) => {
    await page.getByRole('button', { name: 'Why?' }).click();
    await page.locator('why-panel dl').waitFor();
  },
  live: async (page) => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('live-view .answer', { hasText: /^Sounds/ }).waitFor();
    await page.waitForTimeout(5000);
  },
  voice: async (page) => {
    await page.getByText('What it gains').waitFor();
  },
  train: async (page) => {
    await page.getByText('Trains on').waitFor();
  },
  about: async (page) => {
    await page.locator('about-view h1').waitFor();
  },
};

mkdirSync(folder, { recursive: true });
const voice = await voiceFile();
const browser = await startChromium([...voice.args]);
if (typeof browser === 'string') throw new Error(browser);
for (const [look, options] of Object.entries(LOOKS)) {
  const demo = await openDemo(browser, { ...options, permissions: ['microphone'] });
  const { page, site } = demo;
  for (const [view, prepare] of Object.entries(VIEWS)) {
    if (view !== 'why') await page.goto(`${site.url}#/${view}`);
    await prepare(page);
    await page.screenshot({ path: join(folder, `${view}-${look}.png`), fullPage: true });
    if (look === 'light' && view === 'files') {
      await page.setViewportSize({ ...DESKTOP, width: PICTURE_WIDTH });
      const png = await page.locator('sound-panel').screenshot();
      writeFileSync(PICTURE, await smallPicture(page, png));
      await page.setViewportSize(DESKTOP);
    }
  }
  await demo.close();
}
await browser.close();
await voice.remove();
console.log(`${PICTURE}\n${folder}`);
