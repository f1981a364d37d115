import { fileURLToPath } from 'node:url';
import { bundle, needsChromium, type Page, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { answer, Case } from './testing/case.ts';
import { expectParity } from './testing/expect-parity.ts';
import { golden } from './testing/golden.ts';
import { signals } from './testing/signals.ts';
import { firstSeconds } from './testing/voices.ts';

const entry = fileURLToPath(new URL('./testing/case.ts', import.meta.url));
const browser = await startChromium();

/** What the bundle puts into the page. */
declare const cases: { answer: typeof answer };

describeWith(needsChromium(browser))('librosa, in Chromium', () => {
  let page: Page;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundle(entry, 'cases') });
  });

  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  /** The page's answers to cases of one signal. */
  async function answersOf(list: Case[], samples: Float32Array): Promise<number[][][]> {
    const text = Buffer.from(samples.slice().buffer).toString('base64');
    // Numbers that are not finite come as texts, since JSON has none.
    const answers = await page.evaluate(
      ({ list, text }) => {
        const raw = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const samples = new Float32Array(raw.buffer);
        return list.map((each) =>
          cases
            .answer(each, samples)
            .map((part) => part.map((value) => (Number.isFinite(value) ? value : String(value)))),
        );
      },
      { list, text },
    );
    return answers.map((parts) => parts.map((part) => part.map(Number)));
  }

  async function expectAll(
    name: string,
    samplesOf: (signal: string) => Float32Array,
  ): Promise<void> {
    const all = golden<{ cases: Case[] }>(name).cases;
    for (const signal of new Set(all.map((each) => each.signal))) {
      const list = all.filter((each) => each.signal === signal);
      const answers = await answersOf(list, samplesOf(signal));
      expect(answers.length).toBe(list.length);
      list.forEach((each, i) => {
        expectParity(each, answers[i]);
      });
    }
  }

  test.each(['spectral', 'shape', 'effects', 'resample', 'edges'])('%s', async (name) => {
    const known = signals();
    await expectAll(name, (signal) => known[signal]);
  });

  test('voices', async () => {
    await expectAll('voices', firstSeconds);
  });
});
