import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case, worst } from './testing/case.ts';
import { startChromium } from './testing/chromium.ts';
import { golden } from './testing/golden.ts';
import { haveClips, readClip } from './testing/ravdess-mini.ts';
import { signals } from './testing/signals.ts';

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
    await page.addScriptTag({ content: await bundle() });
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

/** The package's sources and the comparison, as a script for a page. */
async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('./testing/case.ts', import.meta.url)),
        formats: ['iife'],
        name: 'cases',
      },
    },
  });
  const [output] = [built].flat() as { output: { code: string }[] }[];
  return output.output[0].code;
}
