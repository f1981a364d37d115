import AxeBuilder from '@axe-core/playwright';
import { needsChromium, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, openDemo } from './testing/open-demo.ts';

const browser = await startChromium();

describeWith(needsChromium(browser))('the page', () => {
  let demo: Demo;

  beforeAll(async () => {
    if (typeof browser !== 'string') demo = await openDemo(browser);
  });

  afterAll(async () => {
    await demo?.close();
    if (typeof browser !== 'string') await browser.close();
  });

  it('opens with the files', async () => {
    await demo.page.locator('files-view h1').waitFor();
    expect(await demo.page.title()).toBe('Files · Emotion in a voice');
  });

  it.each(['Live', 'Your voice', 'Train', 'About', 'Files'])('shows %s', async (name) => {
    const { page } = demo;
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForFunction((text) => document.title.startsWith(text), name);
    await page.locator('main > :not([hidden]) h1').waitFor();
    expect(await page.locator('main > :not([hidden])').count()).toBe(1);
    expect(await page.locator('[aria-current=page]').textContent()).toBe(name);
  });

  it('has no fault that axe finds', async () => {
    const { page } = demo;
    await page.getByRole('link', { name: 'About', exact: true }).click();
    await page.locator('about-view h1').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
