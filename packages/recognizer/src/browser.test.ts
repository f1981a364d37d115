import { fileURLToPath } from 'node:url';
import { bundle, needsChromium, type Page, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecognizer } from './index.ts';
import type * as page from './testing/page.ts';
import { speak } from './testing/speak.ts';

const browser = await startChromium();
const ORIGIN = 'https://recognizer.test/';
const HTML = '<!doctype html><meta charset="utf-8"><script src="/ser.js"></script>';

/** What the bundle puts into the page. */
declare const ser: typeof page;

describeWith(needsChromium(browser))('in Chromium', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundle(fileURLToPath(new URL('testing/page.ts', import.meta.url)), 'ser');
  });
  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  /** A page with a policy, without a network, that loads the package as its own script. */
  async function open(policy: string): Promise<{ page: Page; requests: string[]; said: string[] }> {
    if (typeof browser === 'string') throw new Error(browser);
    const page = await browser.newPage();
    const requests: string[] = [];
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      requests.push(pathname);
      const headers = { 'content-security-policy': policy };
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', headers, body: HTML });
      else if (pathname === '/ser.js') {
        await route.fulfill({ contentType: 'text/javascript', headers, body: code });
      } else await route.fulfill({ status: 404 });
    });
    await page.goto(ORIGIN);
    return { page, requests, said };
  }

  describe.each<[string, string, canCompile: boolean]>([
    ['allows WebAssembly', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", true],
    ['allows nothing but its own files', "default-src 'self'", false],
  ])('a page whose policy %s', (_, policy, canCompile) => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open(policy);
    });

    it('compiles WebAssembly, or not', async () => {
      const compiled = await opened.page.evaluate(() => {
        try {
          return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
        } catch {
          return false;
        }
      });
      expect(compiled).toBe(canCompile);
    });

    it('gets the scores that Node gets', async () => {
      const found = await opened.page.evaluate(async () => {
        const recognizer = await ser.loadRecognizer();
        return [...(await recognizer.recognize(ser.speak()))];
      });
      const expected = await (await loadRecognizer()).recognize(speak());
      expect(found.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
      // The logarithms and sines of two versions of V8 may differ in their last bit.
      const scores = (list: typeof found) => list.map(({ score }) => score);
      expect(scores(found)).toBeAllclose(scores(expected), { rtol: 1e-4, atol: 1e-6 });
    });

    it('asks for nothing, and has nothing to say', () => {
      // An icon is asked for by the browser itself.
      const asked = opened.requests.filter((path) => path !== '/favicon.ico');
      expect(asked).toEqual(['/', '/ser.js']);
      expect(opened.said).toEqual([]);
    });
  });

  it('takes what `decodeAudioData` gives, and names the remedy for stereo', async () => {
    const { page } = await open("default-src 'self'");
    const answers = await page.evaluate(async () => {
      const recognizer = await ser.loadRecognizer();
      const { samples, sampleRate } = ser.speak({ seconds: 1 });
      const context = new OfflineAudioContext(1, 1, 48_000);
      const decode = async (channels: Float32Array[]) =>
        context.decodeAudioData(ser.toWav(channels, sampleRate).buffer as ArrayBuffer);
      const mono = await recognizer.recognize(await decode([samples]));
      const stereo = await decode([samples, samples]);
      const averaged = await recognizer.recognize(ser.toMono(stereo));
      const refused = await recognizer.recognize(stereo).catch((error) => error.code);
      return { mono: [...mono], averaged: [...averaged], refused };
    });
    expect(answers.mono).toHaveLength(8);
    expect(answers.averaged).toEqual(answers.mono);
    expect(answers.refused).toBe('stereo');
  });
});
