import { fileURLToPath } from 'node:url';
import { bundle, serve, startChromium } from '@ser/browser-testing';
import { afterAll, describe, expect, test } from 'vitest';
import * as features from './index.ts';
import { signals } from './testing/signals.ts';

const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const browser = await startChromium();
const reason = typeof browser === 'string' ? `not run: ${browser}` : '';
if (reason) console.warn(`Chromium: ${reason}`);

const { noise } = signals();
const { presets, createExtractor } = features;

/** What the bundle puts into the page. */
declare const ser: typeof features;

describe.skipIf(reason !== '')(`in Chromium ${reason}`, () => {
  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  test('a page whose policy forbids WebAssembly gets the same bits', async () => {
    if (typeof browser === 'string') return;
    const page = await browser.newPage();
    const policy = "script-src 'unsafe-inline'";
    await page.setContent(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    await page.addScriptTag({ content: await bundle(source('index.ts'), 'ser') });
    const [refused, values] = await page.evaluate((samples) => {
      let error = '';
      try {
        new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      } catch (caught) {
        error = String(caught);
      }
      const extractor = ser.createExtractor(ser.presets.summary162);
      return [error, [...extractor.extractSamples(Float32Array.from(samples))]] as const;
    }, Array.from(noise));
    expect(refused).toContain('Content Security Policy');
    expect(values).toEqual([...createExtractor(presets.summary162).extractSamples(noise)]);
  });

  test('an AudioWorklet gets the frames that Node gets, bit for bit', async () => {
    if (typeof browser === 'string') return;
    const site = await serve(() => undefined);
    try {
      const page = await browser.newPage();
      await page.goto(site.url);
      // Frames that do not reach over the end: 512 samples every 320, from 256 zeros on.
      const complete = 1 + Math.floor((256 + noise.length - 512) / 320);
      const code = await bundle(source('testing/worklet.ts'), 'worklet');
      const frames = await page.evaluate(
        async ({ code, samples, complete }) => {
          const context = new OfflineAudioContext(1, samples.length, 16000);
          const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
          await context.audioWorklet.addModule(url);
          const node = new AudioWorkletNode(context, 'log-mel');
          const posted: number[][] = [];
          node.port.onmessage = ({ data }) => posted.push([...data]);
          const buffer = context.createBuffer(1, samples.length, 16000);
          buffer.copyToChannel(Float32Array.from(samples), 0);
          const player = new AudioBufferSourceNode(context, { buffer });
          player.connect(node).connect(context.destination);
          player.start();
          await context.startRendering();
          // The last messages are still under way.
          while (posted.length < complete) await new Promise((resolve) => setTimeout(resolve, 10));
          return posted;
        },
        { code, samples: Array.from(noise), complete },
      );
      const values = createExtractor(presets.logMel).extractSamples(noise);
      expect(frames.flat()).toEqual([...values.subarray(0, frames.length * 64)]);
    } finally {
      site.close();
    }
  });
});
