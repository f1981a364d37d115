import { fileURLToPath } from 'node:url';
import { bundle, needsChromium, serve, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as features from './index.ts';
import { signals } from './testing/signals.ts';

const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const browser = await startChromium();

const { noise } = signals();
const { presets, createExtractor } = features;

type Browser = Exclude<typeof browser, string>;

/** What the bundle puts into the page. */
declare const ser: typeof features;

/** The summary of `noise` in a page whose policy forbids WebAssembly, and what it says of that. */
async function withoutWasm(chromium: Browser): Promise<{ refused: string; values: number[] }> {
  const page = await chromium.newPage();
  const policy = "script-src 'unsafe-inline'";
  await page.setContent(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  await page.addScriptTag({ content: await bundle(source('index.ts'), 'ser') });
  return page.evaluate((samples) => {
    let refused = '';
    try {
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch (caught) {
      refused = String(caught);
    }
    const extractor = ser.createExtractor(ser.presets.summary162);
    return { refused, values: [...extractor.extractSamples(Float32Array.from(samples))] };
  }, Array.from(noise));
}

/** The first `count` frames of `noise` that an AudioWorklet posts. */
async function framesOfWorklet(chromium: Browser, count: number): Promise<number[][]> {
  const site = await serve(() => undefined);
  try {
    const page = await chromium.newPage();
    await page.goto(site.url);
    const code = await bundle(source('testing/worklet.ts'), 'worklet');
    return await page.evaluate(
      async ({ code, samples, count }) => {
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
        while (posted.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
        return posted;
      },
      { code, samples: Array.from(noise), count },
    );
  } finally {
    site.close();
  }
}

describeWith(needsChromium(browser))('in Chromium', () => {
  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  describe('a page whose policy forbids WebAssembly', () => {
    let found: Awaited<ReturnType<typeof withoutWasm>>;
    beforeAll(async () => {
      if (typeof browser !== 'string') found = await withoutWasm(browser);
    });

    test('cannot compile any', () => {
      expect(found.refused).toContain('Content Security Policy');
    });

    test('gets the same bits', () => {
      expect(found.values).toEqual([...createExtractor(presets.summary162).extractSamples(noise)]);
    });
  });

  test('an AudioWorklet gets the frames that Node gets, bit for bit', async () => {
    if (typeof browser === 'string') return;
    // Frames that do not reach over the end: 512 samples every 320, from 256 zeros on.
    const complete = 1 + Math.floor((256 + noise.length - 512) / 320);
    const frames = await framesOfWorklet(browser, complete);
    const values = createExtractor(presets.logMel).extractSamples(noise);
    expect(frames.flat()).toEqual([...values.subarray(0, frames.length * 64)]);
  });
});
