import { fileURLToPath } from 'node:url';
import { bundle, type Page, startChromium } from '@ser/browser-testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case, worst } from './testing/case.ts';
import { golden } from './testing/golden.ts';
import { haveClips, readClip } from './testing/ravdess-mini.ts';
import { signals } from './testing/signals.ts';

const entry = fileURLToPath(new URL('./testing/case.ts', import.meta.url));
const browser = await startChromium();
const reason = typeof browser === 'string' ? `not run: ${browser}` : '';
if (reason) console.warn(`Chromium: ${reason}`);

/** What the bundle puts into the page. */
declare const cases: { worst: typeof worst };

describe.skipIf(reason !== '')(`librosa, in Chromium ${reason}`, () => {
  let page: Page;

  beforeAll(async () => {
    if (typeof browser === 'string') return;
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundle(entry, 'cases') });
  });

  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  /** Titles of the cases that are further off in the page than they may be. */
  async function failures(
    file: string,
    samplesOf: (name: string) => Float32Array,
  ): Promise<string[]> {
    const failed: string[] = [];
    const all = golden<{ cases: Case[] }>(file).cases;
    for (const name of new Set(all.map(({ signal }) => signal))) {
      const ours = all.filter(({ signal }) => signal === name);
      const bytes = Buffer.from(samplesOf(name).slice().buffer).toString('base64');
      const deviations = await page.evaluate(
        ({ list, text }) => {
          const raw = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const samples = new Float32Array(raw.buffer);
          return list.map((each) => cases.worst(each, samples));
        },
        { list: ours, text: bytes },
      );
      expect(deviations.length).toBe(ours.length);
      ours.forEach(({ function: called, options }, i) => {
        if (!(deviations[i] <= 1)) failed.push(`${called} of ${name} ${JSON.stringify(options)}`);
      });
    }
    return failed;
  }

  test.each(['spectral.json', 'shape.json', 'effects.json', 'resample.json'])(
    '%s',
    async (file) => {
      const known = signals();
      expect(await failures(file, (name) => known[name])).toEqual([]);
    },
  );

  test.skipIf(!haveClips)('clips.json', async () => {
    const firstSeconds = (name: string): Float32Array =>
      Float32Array.from(readClip(name).samples.subarray(0, 96000));
    expect(await failures('clips.json', firstSeconds)).toEqual([]);
  });
});
