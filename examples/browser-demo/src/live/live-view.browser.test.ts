import { readFile } from 'node:fs/promises';
import { needsChromium } from '@ser/browser-testing';
import { decodeWav } from '@ser/corpus';
import { hasSpeech } from '@ser/recognizer';
import { describeWith } from '@ser/testing';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { browser, INSECURE, voice } from '../testing/chromium.ts';
import { correlation } from '../testing/correlation.ts';
import { PATIENCE } from '../testing/patience.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';
import type { Watched } from '../testing/watch-audio.ts';

declare const watched: Watched;

describeWith(needsChromium(browser))('the live view', () => {
  let demo: SharedDemo;
  let page: Page;
  let workers: number;

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const status = () => page.locator('live-view [role=status]').first();

  /** A start button that works: the one before was stopped. */
  async function start() {
    await button('Start').click();
    await page.getByText('Listening.').waitFor();
  }

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    demo = await sharedDemo('#/live');
    page = demo.page;
    workers = page.workers().length;
    await page.setViewportSize({ width: 390, height: 844 });
    // Drawing thirty times a second takes much of a small machine.
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('starts with a key, and hears the microphone', async () => {
    await button('Start').focus();
    await page.keyboard.press('Enter');
    await page.locator('live-view .answer', { hasText: /^Sounds \w+ \(\d+\s%\)$/ }).waitFor();
    expect(await page.locator('live-view score-bars meter').count()).toBe(8);
    expect(await page.locator('live-view .latency').textContent()).toMatch(/^\d+ ms$/);
  });

  it('asks for the sound as it is', async () => {
    expect(await page.evaluate(() => watched.asked.at(-1))).toEqual({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
  });

  it('keeps a recording as a WAV of what was played', async () => {
    await button('Record').click();
    await page.locator('recording-panel .number', { hasText: /0:(0[2-9]|[1-9])/ }).waitFor();
    await button('Stop recording').click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download recording.wav' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('recording.wav');
    const audio = decodeWav(await readFile(await download.path()));
    expect(audio.samples.length / audio.sampleRate).toBeGreaterThanOrEqual(2);
    expect(hasSpeech(audio)).toBe(true);
    expect(correlation(audio, voice.audio)).toBeGreaterThan(0.9);
  });

  it('draws what it hears, and says it in words', async () => {
    const drawn = await page.locator('live-timeline canvas').evaluateAll((canvases) =>
      canvases.map((element) => {
        const canvas = element as HTMLCanvasElement;
        const pixels = canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.some((value) => value > 0);
      }),
    );
    expect(drawn).toEqual([true, true]);
    await page.getByText('What was heard, in words').click();
    await page.locator('live-view li').first().waitFor();
    expect(await page.locator('live-view li').first().textContent()).toMatch(/^\d:\d\d\.\d \w+/);
  });

  it('moves, unless less motion is wanted', async () => {
    const ticks = page.locator('live-timeline .ticks');
    expect(await ticks.textContent()).toMatch(/^\s*0 s/);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.getByText('30 s ago', { exact: true }).waitFor();
    const drawing = () =>
      page.locator('canvas.emotions').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const before = await drawing();
    await expect.poll(drawing, PATIENCE).not.toBe(before);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByText('0 s', { exact: true }).waitFor();
  });

  it('gives axe nothing to complain of', async () => {
    expect(await axeFaults(page)).toEqual([]);
  });

  it('listens to the microphone that is picked', async () => {
    const before = await page.evaluate(() => watched.asked.length);
    await page.locator('live-view select').selectOption({ label: 'Fake Audio Input 1' });
    await page.waitForFunction((count) => watched.asked.length > count, before);
    expect(await page.evaluate(() => watched.asked.at(-1))).toMatchObject({
      audio: { deviceId: { exact: expect.stringMatching(/./) } },
    });
    await page.getByText('Listening.').waitFor();
  });

  it('says when the browser suspends the sound, and when it goes on', async () => {
    await page.evaluate(() => watched.suspend());
    await page.getByText('The browser has suspended the sound').waitFor();
    await page.evaluate(() => watched.resume());
    await page.getByText('Listening.').waitFor();
  });

  it('says when the microphone is open and gives no sound', async () => {
    await page.evaluate(() => watched.mute(true));
    await page.getByText('The microphone is open and sends nothing but silence').waitFor();
    await page.evaluate(() => watched.mute(false));
    await page.getByText('Listening.').waitFor();
  });

  it('releases everything on Stop', async () => {
    await button('Stop').focus();
    await page.keyboard.press('Space');
    expect(await status().textContent()).toContain('The microphone is off.');
    await page.waitForFunction(() => watched.isReleased());
    // What hears files goes on, and so does what trains where another test has opened that view.
    await expect.poll(() => page.workers().length, PATIENCE).toBe(workers);
  });

  it('releases everything when the view is left', async () => {
    await start();
    await page.getByRole('link', { name: 'About' }).click();
    await page.waitForFunction(() => watched.isReleased());
    await page.getByRole('link', { name: 'Live' }).click();
    await button('Start').waitFor();
  });

  it('says when the device is unplugged', async () => {
    await start();
    await page.evaluate(() => watched.unplug());
    await page.getByText('The microphone is gone').waitFor();
    await page.waitForFunction(() => watched.isReleased());
    await button('Start').waitFor();
  });

  it('says when the microphone is not allowed', async () => {
    await demo.context.clearPermissions();
    await button('Start').click();
    await page.getByText('The microphone is not allowed for this page').waitFor();
    await button('Start').waitFor();
    await demo.context.grantPermissions(['microphone']);
  });

  it('says when there is no microphone', async () => {
    await page.evaluate(() => watched.takeAway(true));
    await button('Start').click();
    await page.getByText('No microphone was found').waitFor();
    await button('Start').waitFor();
    await page.evaluate(() => watched.takeAway(false));
  });

  it('says that a page without https has no microphone', async () => {
    const insecure = await demo.context.newPage();
    await insecure.goto(`${demo.site.url.replace('127.0.0.1', INSECURE)}#/live`);
    await insecure.getByRole('button', { name: 'Start', exact: true }).click();
    await insecure.getByText('This page was not loaded over https').waitFor();
    const problem = insecure.locator('live-view [role=alert]').first();
    expect(await problem.getAttribute('class')).toBe('warning');
    await insecure.close();
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
