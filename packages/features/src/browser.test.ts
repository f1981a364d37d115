import { fileURLToPath } from 'node:url';
import { bundle, needsChromium, type Page, serve, startChromium } from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as features from './index.ts';
import type { answer, Case } from './testing/case.ts';
import { expectParity } from './testing/expect-parity.ts';
import { golden } from './testing/golden.ts';
import { shakenVoice } from './testing/shaken-voice.ts';
import { signals } from './testing/signals.ts';
import { firstSeconds } from './testing/voices.ts';

const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const browser = await startChromium();

const { noise } = signals();
const { presets, createExtractor } = features;

type Browser = Exclude<typeof browser, string>;

/** What the bundle puts into the page. */
declare const ser: typeof features;
declare const cases: { answer: typeof answer };

const kaldi = { sampleRate: 16000, nFft: 400, hopLength: 160, center: false, statistic: null };

/** What is computed in a page too: presets, and a kind each that no preset has. */
const configs: readonly features.ExtractorConfig[] = [
  presets.summary162,
  presets.librosa193,
  presets.egemaps,
  presets.egemapsLld,
  { ...kaldi, features: [{ kind: 'kaldiFbank', numMelBins: 80 }, { kind: 'kaldiMfcc' }] },
  { sampleRate: 16000, features: [{ kind: 'voiceQuality' }] },
  ...(['pyin', 'formants', 'chromaCqt', 'tonnetz', 'pcen'] as const).map((kind) => ({
    sampleRate: 22050,
    features: [{ kind }],
    statistic: null,
  })),
];

const voice = Float32Array.from(shakenVoice(16000).samples).subarray(0, 12_000);

/** The features of `voice` as each of `configs` says. */
const everyConfig = (): number[][] =>
  configs.map((config) => [
    ...createExtractor(config).extract({ samples: voice, sampleRate: 16000 }),
  ]);

/** The features of `voice` in a page, which may have a policy that forbids WebAssembly. */
async function featuresIn(
  chromium: Browser,
  policy: string,
): Promise<{ refused: string; values: number[][] }> {
  const page = await chromium.newPage();
  await page.setContent(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  await page.addScriptTag({ content: await bundle(source('index.ts'), 'ser') });
  const passed = { samples: Array.from(voice), configs };
  return page.evaluate(({ samples, configs }) => {
    let refused = '';
    try {
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch (caught) {
      refused = String(caught);
    }
    const audio = { samples: Float32Array.from(samples), sampleRate: 16000 };
    const values = configs.map((config) => [...ser.createExtractor(config).extract(audio)]);
    return { refused, values };
  }, passed);
}

/** The first `count` frames of `noise` at a rate that an AudioWorklet posts. */
async function framesOfWorklet(
  chromium: Browser,
  count: number,
  rate: number,
): Promise<number[][]> {
  const site = await serve(() => undefined);
  try {
    const page = await chromium.newPage();
    await page.goto(site.url);
    const code = await bundle(source('testing/worklet.ts'), 'worklet');
    return await page.evaluate(
      async ({ code, samples, count, rate }) => {
        const context = new OfflineAudioContext(1, samples.length, rate);
        const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
        await context.audioWorklet.addModule(url);
        const node = new AudioWorkletNode(context, 'log-mel');
        const posted: number[][] = [];
        node.port.onmessage = ({ data }) => posted.push([...data]);
        const buffer = context.createBuffer(1, samples.length, rate);
        buffer.copyToChannel(Float32Array.from(samples), 0);
        const player = new AudioBufferSourceNode(context, { buffer });
        player.connect(node).connect(context.destination);
        player.start();
        await context.startRendering();
        // The last messages are still under way.
        while (posted.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
        return posted;
      },
      { code, samples: Array.from(noise), count, rate },
    );
  } finally {
    site.close();
  }
}

describeWith(needsChromium(browser))('in Chromium', () => {
  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
  });

  describe.each([
    ['forbids', "script-src 'unsafe-inline'", 'Content Security Policy'],
    ['allows', "script-src 'unsafe-inline' 'wasm-unsafe-eval'", ''],
  ])('a page whose policy %s WebAssembly', (_, policy, refusal) => {
    let found: Awaited<ReturnType<typeof featuresIn>>;
    beforeAll(async () => {
      if (typeof browser !== 'string') found = await featuresIn(browser, policy);
    });

    test('can compile it or not', () => {
      if (refusal) expect(found.refused).toContain(refusal);
      else expect(found.refused).toBe('');
    });

    test('gets the same bits', () => {
      expect(found.values).toEqual(everyConfig());
    });
  });

  test('an AudioWorklet gets the frames that Node gets, bit for bit', async () => {
    if (typeof browser === 'string') return;
    // Frames that do not reach over the end: 512 samples every 320, from 256 zeros on.
    const complete = 1 + Math.floor((256 + noise.length - 512) / 320);
    const frames = await framesOfWorklet(browser, complete, 16000);
    const values = createExtractor(presets.logMel).extractSamples(noise);
    expect(frames.flat()).toEqual([...values.subarray(0, frames.length * 64)]);
  });

  test('an AudioWorklet of 48 kHz gets those of the resampled signal, bit for bit', async () => {
    if (typeof browser === 'string') return;
    const sampleRate = 48000;
    const frames = await framesOfWorklet(browser, 15, sampleRate);
    const values = createExtractor(presets.logMel).extract({ samples: noise, sampleRate });
    expect(frames.length).toBeGreaterThanOrEqual(15);
    expect(frames.flat()).toEqual([...values.subarray(0, frames.length * 64)]);
  });

  describe('librosa’s numbers', () => {
    let page: Page;

    beforeAll(async () => {
      if (typeof browser === 'string') return;
      page = await browser.newPage();
      await page.addScriptTag({ content: await bundle(source('testing/case.ts'), 'cases') });
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
});
