import type { Browser } from 'playwright-core';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { makeExample } from '../recognition/sound/examples.ts';
import { browser } from './chromium.ts';
import { dropFiles, rowsWhenDone } from './drop-files.ts';
import { emptyList } from './empty-list.ts';
import { type Demo, openDemo } from './open-demo.ts';
import { watchAudio } from './watch-audio.ts';

/** A page that all test files of a process share, since each page that is opened costs seconds. */
export interface SharedDemo extends Demo {
  /** The names of the files that a first visit loads until it has heard a file. */
  readonly firstLoad: readonly string[];
}

let opening: Promise<SharedDemo> | undefined;

/**
 * The page, at a view, with no file in its list. What was done in other views is still there.
 *
 * @param hash The view, such as `#/live`.
 */
export async function sharedDemo(hash: string): Promise<SharedDemo> {
  opening ??= open();
  const demo = await opening;
  demo.complaints.length = 0;
  const { page } = demo;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${demo.site.url}#/files`);
  await page.locator('files-view').waitFor();
  await emptyList(page);
  if (hash !== '#/files') await page.goto(demo.site.url + hash);
  return demo;
}

async function open(): Promise<SharedDemo> {
  const demo = await openDemo(browser as Browser, {
    permissions: ['microphone'],
    init: watchAudio,
  });
  const { page, asked } = demo;
  await page.locator('files-view h1').waitFor();
  await dropFiles(page, [{ name: 'voice.wav', bytes: encodeWav(makeExample('lively')) }]);
  await rowsWhenDone(page, 1);
  const firstLoad = [...asked];
  return { ...demo, firstLoad };
}
