import { needsChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeFaults } from '../testing/axe-faults.ts';
import { browser } from '../testing/chromium.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';
import type { Watched } from '../testing/watch-audio.ts';

declare const watched: Watched;
declare const makeRoom: () => void;

describeWith(needsChromium(browser))('the view of a voice', () => {
  let demo: SharedDemo;
  let page: Page;

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const used = () => page.locator('voice-view').getByLabel('Use my voice');

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    demo = await sharedDemo('#/voice');
    page = demo.page;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('can be cancelled, and nothing is learnt', async () => {
    await button('Start reading').click();
    await page.getByText('Read aloud now').waitFor();
    // Of less than ten seconds little could be learnt.
    expect(await button('I have read it').isDisabled()).toBe(true);
    await button('Cancel').click();
    await page.getByText('Nothing was learnt').waitFor();
    await page.waitForFunction(() => watched.isReleased());
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('learns from what is read, and says where the device has no room for it', async () => {
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
      const makeRoom = () => {
        Storage.prototype.setItem = setItem;
      };
      Object.assign(globalThis, { makeRoom });
    });
    await button('Start reading').click();
    await page.locator('progress#time').waitFor();
    const done = page.locator('button:enabled', { hasText: 'I have read it' });
    await done.click();
    await page.getByText(/Learnt from \d+ clips, .* no room left for it/).waitFor();
    await page.getByText('Your voice is kept in this page alone').waitFor();
    await page.waitForFunction(() => watched.isReleased());
    expect(await used().isChecked()).toBe(true);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('hears the next sentence without the voice and with it', async () => {
    await button('Say it').click();
    await page.locator('try-voice button', { hasText: 'Done' }).waitFor();
    await page.locator('try-voice score-bars').first().waitFor();
    const bars = page.locator('try-voice score-bars');
    const sides = await bars.evaluateAll((found) =>
      found.map((each) => each.shadowRoot?.textContent?.replace(/\s+/g, ' ')),
    );
    expect(sides).toHaveLength(2);
    expect(sides[0]).not.toBe(sides[1]);
    expect(await page.locator('try-voice h3').allTextContents()).toEqual([
      'Without your voice',
      'With your voice',
    ]);
  });

  it('gives axe nothing to complain of', async () => {
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is there where the microphone is heard', async () => {
    await page.getByRole('link', { name: 'Live' }).click();
    expect(await page.locator('live-view').getByLabel('Use my voice').isChecked()).toBe(true);
    await button('Start').click();
    await page.getByText('Listening.').waitFor();
  });

  it('is used by the other views, which say so and can do without', async () => {
    await page.getByRole('link', { name: 'Files' }).click();
    await button('A lively voice').click();
    await page.getByText(/heard in \d+ ms, with your voice/).waitFor();
    const bars = page.locator('sound-panel score-bars');
    const withVoice = await bars.evaluate((each) => each.shadowRoot?.textContent);
    await page.evaluate(() => makeRoom());
    await page.locator('files-view').getByLabel('Use my voice').uncheck();
    await page.getByText(/heard in \d+ ms\./).waitFor();
    expect(await bars.evaluate((each) => each.shadowRoot?.textContent)).not.toBe(withVoice);
  });

  it('is stored once there is room, and there after a reload, as it was left', async () => {
    const text = await page.evaluate(() => localStorage.getItem('ser-voice'));
    expect(JSON.parse(text ?? '').voice).toMatchObject({ version: 1, n: expect.any(Number) });
    await page.goto(`${demo.site.url}#/voice`);
    await page.reload();
    await page.getByText('Your voice is kept on this device').waitFor();
    expect(await used().isChecked()).toBe(false);
  });

  it('is erased by a button', async () => {
    await button('Erase my voice').click();
    await page.getByText('Your voice was erased').waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await used().count()).toBe(0);
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
