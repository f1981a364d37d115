import { needsChromium } from '@ser/browser-testing';
import { decodeWav } from '@ser/corpus';
import { loadRecognizer } from '@ser/recognizer';
import { describeWith } from '@ser/testing';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { makeExample } from '../recognition/sound/examples.ts';
import { axeFaults } from '../testing/axe-faults.ts';
import { browser } from '../testing/chromium.ts';
import { type SharedDemo, sharedDemo } from '../testing/shared-demo.ts';
import { explain } from './explain.ts';
import { changeWords, whyWords } from './why-words.ts';

describeWith(needsChromium(browser))('why', () => {
  let demo: SharedDemo;
  let page: Page;

  const panel = () => page.locator('why-panel');
  const why = () => page.getByRole('button', { name: 'Why?' });

  beforeAll(async () => {
    demo = await sharedDemo('#/files');
    page = demo.page;
  });

  it('explains a synthetic clip as Node does', async () => {
    await page.getByRole('button', { name: 'A lively voice' }).click();
    await why().click();
    await panel().locator('dl').waitFor();
    const audio = decodeWav(encodeWav(makeExample('lively')));
    const { signal } = new AbortController();
    const expected = await explain(await loadRecognizer(), audio, 0, signal, () => {});
    expect(await panel().locator('[role=status] p').allTextContents()).toEqual(whyWords(expected));
    expect(await panel().locator('dd span').allTextContents()).toEqual(
      expected.bands.map((band) => changeWords(expected.score, band)),
    );
    expect(await panel().locator('details').first().locator('tbody tr').count()).toBe(
      expected.times.length,
    );
  });

  it('says what the answer is worth, as the card has it, and shows the card', async () => {
    await panel()
      .getByText(/Of answers with a score like this one's, \d+\s%/)
      .waitFor();
    await panel()
      .getByText(/Where it says happy, \d+ of 100 answers are right/)
      .waitFor();
    await panel().getByText("The model's card").click();
    await panel()
      .locator('pre', { hasText: /^# @ser\/ravdess-data/ })
      .waitFor();
  });

  it('gives axe nothing to complain of', async () => {
    await panel().locator('summary').first().click();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('explains of a long clip what is around the cursor, and can be cancelled', async () => {
    await page.getByRole('button', { name: 'Forty seconds that change' }).click();
    await page.getByRole('heading', { name: 'Forty seconds that change.wav' }).waitFor();
    await why().waitFor();
    // In the page itself, so that the worker is not done before.
    await why().evaluate(async (button: HTMLElement) => {
      button.click();
      const cancel = () => {
        const panel = (button.getRootNode() as ShadowRoot).querySelector('why-panel');
        return panel?.shadowRoot?.querySelector('button');
      };
      while (!cancel()) await new Promise(requestAnimationFrame);
      cancel()?.click();
    });
    await panel().getByRole('button', { name: 'Explain it' }).click();
    await panel().locator('dl').waitFor();
    expect(await panel().locator('.ticks').textContent()).toMatch(/0:00\.0\s*0:05\.0/);
    await page.getByRole('slider', { name: 'Position in the sound' }).press('End');
    await panel()
      .getByRole('button', { name: /^Explain what is around/ })
      .click();
    await panel()
      .locator('.ticks', { hasText: /0:37\.0\s*0:42\.0/ })
      .waitFor();
  });

  it('gives the browser nothing to complain of', () => {
    expect(demo.complaints).toEqual([]);
  });
});
