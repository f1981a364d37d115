// Draws every view as people see it, to be looked at, and the picture of the README:
// `npx -y pnpm@12 screenshots [FOLDER]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from '@ser/browser-testing';
import type { Page } from 'playwright-core';
import { rowsWhenDone } from './drop-files.ts';
import { openDemo } from './open-demo.ts';
import { smallPicture } from './small-picture.ts';
import { voiceFile } from './voice-file.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'ser-screenshots');
const PICTURE = fileURLToPath(new URL('../../picture.png', import.meta.url));

/** Milliseconds. */
const DRAWN = 300;
/** So that there are curves. */
const EPOCHS = 4;
const DESKTOP = { width: 1200, height: 800 };
/** Pixels. The README shows no more. */
const PICTURE_WIDTH = 900;
const PHONE = { width: 375, height: 812 };

interface Look {
  readonly media: Parameters<Page['emulateMedia']>[0];
  readonly size: { readonly width: number; readonly height: number };
}

const PLAIN = {
  colorScheme: 'light',
  forcedColors: 'none',
  reducedMotion: 'no-preference',
} as const;
const LOOKS: Record<string, Look> = {
  light: { media: PLAIN, size: DESKTOP },
  dark: { media: { ...PLAIN, colorScheme: 'dark' }, size: DESKTOP },
  phone: { media: PLAIN, size: PHONE },
  'phone-dark': { media: { ...PLAIN, colorScheme: 'dark' }, size: PHONE },
  forced: { media: { ...PLAIN, colorScheme: 'dark', forcedColors: 'active' }, size: DESKTOP },
  still: { media: { ...PLAIN, reducedMotion: 'reduce' }, size: DESKTOP },
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
  'voice-first': async (page) => {
    await page.getByText('What it gains').waitFor();
  },
  voice: async (page) => {
    await page.getByRole('button', { name: 'Start reading' }).click();
    await page.locator('button:enabled', { hasText: 'I have read it' }).click();
    await page.getByText(/^Learnt from/).waitFor();
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.locator('try-voice score-bars').first().waitFor();
  },
  train: async (page) => {
    await page.getByText('Trains on').waitFor();
  },
  'train-run': async (page) => {
    await page.getByText('Epochs, seed').click();
    await page.getByLabel('Epochs at most').fill(String(EPOCHS));
    await page.getByLabel('Epochs at most').blur();
    await page.getByText('Trains on').waitFor();
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('button', { name: 'Show the report' }).click();
    await page.locator('run-report').getByRole('heading', { name: 'Confusions' }).waitFor();
  },
  about: async (page) => {
    await page.locator('about-view h1').waitFor();
  },
};

/** The views of those that are not named after theirs. */
const HASHES: Record<string, string> = {
  why: 'files',
  'voice-first': 'voice',
  'train-run': 'train',
};

/** Has the page look so, and waits until its canvases are drawn. */
async function look({ media, size }: Look): Promise<void> {
  await page.emulateMedia(media);
  await page.setViewportSize(size);
  await page.waitForTimeout(DRAWN);
}

mkdirSync(folder, { recursive: true });
const voice = await voiceFile();
const browser = await startChromium([...voice.args]);
if (typeof browser === 'string') throw new Error(browser);
const demo = await openDemo(browser, { permissions: ['microphone'] });
const { page, site } = demo;
for (const [view, prepare] of Object.entries(VIEWS)) {
  const hash = `#/${HASHES[view] ?? view}`;
  await look(LOOKS.light);
  // What is drawn after something else in the same view goes on with it.
  if (!page.url().endsWith(hash)) await page.goto(site.url + hash);
  await prepare(page);
  for (const [name, each] of Object.entries(LOOKS)) {
    await look(each);
    await page.screenshot({ path: join(folder, `${view}-${name}.png`), fullPage: true });
  }
  if (view === 'files') {
    await look({ media: PLAIN, size: { ...DESKTOP, width: PICTURE_WIDTH } });
    const png = await page.locator('sound-panel').screenshot();
    writeFileSync(PICTURE, await smallPicture(page, png));
  }
}
await demo.close();
await browser.close();
await voice.remove();
console.log(`${PICTURE}\n${folder}`);
