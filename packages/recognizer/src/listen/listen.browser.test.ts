import {
  type Browser,
  needsChromium,
  PAGE_TIMEOUT,
  type Page,
  startChromium,
} from '@ser/browser-testing';
import { describeWith } from '@ser/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as recognizer from '../index.ts';
import { listeningSite } from '../testing/listen/listening-site.ts';
import type { ListenedWindow, Listening } from './listening.ts';

/** What the bundle puts into the page. */
declare const ser: typeof recognizer;

/** What the tests put into the page. */
interface Shared {
  recognizer: recognizer.Recognizer;
  options: recognizer.ListenOptions;
  contexts: AudioContext[];
  workers: { worker: Worker; messages: unknown[] }[];
  stream: MediaStream;
  listening: Listening;
  found: ListenedWindow[];
  end: Promise<string | undefined>;
  /** Listens until the end, and keeps what comes. */
  listen(stream: MediaStream, options?: recognizer.ListenOptions): void;
}
declare const shared: Shared;

const site = await listeningSite();
// A fake microphone that plays a file, and a page that asks nobody.
const browser = await startChromium([
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${site.voice}`,
]);

describeWith(needsChromium(browser))('in Chromium', () => {
  const chromium = browser as Browser;
  let page: Page;

  beforeAll(async () => {
    page = await chromium.newPage();
  });

  beforeEach(async () => {
    await page.goto(site.url);
    await page.addScriptTag({ url: `${site.url}ser.js` });
    await page.evaluate(async () => {
      const made: Shared = {
        recognizer: await ser.loadRecognizer(),
        contexts: [],
        workers: [],
        found: [],
        stream: await navigator.mediaDevices.getUserMedia({ audio: true }),
        options: {
          worklet: 'worklet.js',
          // Windows come soon, and no machine is too slow for them.
          length: 1,
          stallTimeout: 600,
          worker: () => {
            const worker = new Worker('worker.js');
            const messages: unknown[] = [];
            worker.addEventListener('message', ({ data }) => messages.push(data));
            made.workers.push({ worker, messages });
            return worker;
          },
        },
        listen(stream: MediaStream, options: recognizer.ListenOptions = {}) {
          made.listening = made.recognizer.listen(stream, { ...made.options, ...options });
          made.end = (async () => {
            for await (const window of made.listening) made.found.push(window);
            return made.listening.reason;
          })();
        },
      } as unknown as Shared;
      Object.assign(globalThis, { shared: made });
      const Context = AudioContext;
      globalThis.AudioContext = class extends Context {
        constructor() {
          super();
          made.contexts.push(this);
        }
      };
    });
  });

  afterEach(async () => {
    await page.evaluate(() => shared.listening?.return());
  });

  afterAll(async () => {
    await chromium.close();
    await site.close();
  });

  const windows = (count: number): Promise<unknown> =>
    page.waitForFunction((count) => shared.found.length >= count, count);
  const end = (): Promise<string | undefined> => page.evaluate(() => shared.end);

  /** What is left after the end; workers take a moment to go. */
  async function expectNothingLeft(): Promise<void> {
    await page.waitForFunction(() => shared.contexts.every(({ state }) => state === 'closed'));
    await expect.poll(() => page.workers().length, { timeout: PAGE_TIMEOUT }).toBe(0);
  }

  describe('a microphone', () => {
    test('gives windows of speech with all scores, half a second apart', async () => {
      await page.evaluate(() => shared.listen(shared.stream, { hop: 0.5 }));
      await windows(4);
      const found = await page.evaluate(() => shared.found.slice(0, 4));
      for (const { start, end, scores, speech, latency } of found) {
        expect(end - start).toBeAllclose(1, { rtol: 1e-6 });
        expect(speech).toBe(true);
        expect(scores).toHaveLength(8);
        expect(scores.reduce((sum, { score }) => sum + score, 0)).toBeAllclose(1, { rtol: 1e-6 });
        expect(latency).toBeGreaterThanOrEqual(0);
      }
      // A slow machine skips some, and says so.
      found.forEach(({ start, skipped }, i) => {
        const before = i === 0 ? -0.5 : found[i - 1].start;
        expect(start - before).toBeAllclose(0.5 * (1 + skipped), { rtol: 1e-6 });
      });
    });

    test('leaves the page nothing to do but to read results', async () => {
      await page.evaluate(() => shared.listen(shared.stream));
      await windows(4);
      const { thread, kinds, bytes } = await page.evaluate(() => {
        const [{ messages }] = shared.workers as unknown as [{ messages: { type: string }[] }];
        return {
          thread: shared.listening.thread,
          kinds: [...new Set(messages.map(({ type }) => type))],
          bytes: Math.max(...messages.map((message) => JSON.stringify(message).length)),
        };
      });
      expect(thread).toBe('worker');
      expect(kinds).toEqual(['ready', 'window']);
      // Eight scores and seven values; a batch of samples alone would be ten times that.
      expect(bytes).toBeLessThan(1000);
    });

    test('does not keep the page’s timers from running', async () => {
      const ticks = await page.evaluate(async () => {
        let ticks = 0;
        let last = 0;
        const timer = setInterval(() => ticks++, 10);
        const listening = shared.recognizer.listen(shared.stream, shared.options);
        let count = 0;
        for await (const _ of listening) {
          if (count === 0) ticks = 0;
          last = ticks;
          count += 1;
          if (count === 4) break;
        }
        clearInterval(timer);
        return last;
      });
      // Three windows come in one and a half seconds: 150 ticks where the machine has time.
      expect(ticks).toBeGreaterThan(10);
    });

    test('is heard in the page’s own thread without a worker', async () => {
      await page.evaluate(() => shared.listen(shared.stream, { worker: false }));
      await windows(2);
      expect(await page.evaluate(() => shared.listening.thread)).toBe('caller');
      expect(page.workers()).toHaveLength(0);
    });

    test('that is muted is no speech', async () => {
      await page.evaluate(() => {
        for (const track of shared.stream.getAudioTracks()) track.enabled = false;
        shared.listen(shared.stream);
      });
      await windows(2);
      const found = await page.evaluate(() => shared.found);
      expect(found[1]).toMatchObject({ speech: false, scores: [], familiar: null });
    });
  });

  test('channels are averaged', async () => {
    const samples = await page.evaluate(async () => {
      const context = new AudioContext();
      const left = new ConstantSourceNode(context, { offset: 0.5 });
      const right = new ConstantSourceNode(context, { offset: 0.25 });
      const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
      left.connect(merger, 0, 0);
      right.connect(merger, 0, 1);
      const destination = context.createMediaStreamDestination();
      merger.connect(destination);
      left.start();
      right.start();
      const heard: Float32Array[] = [];
      // The gate of a page's own sees the samples.
      const speech = ({ samples }: recognizer.Audio): boolean => {
        heard.push(samples as Float32Array);
        return false;
      };
      const options = { ...shared.options, speech, length: 0.5 };
      // Some time passes before the first samples.
      for await (const _ of shared.recognizer.listen(destination.stream, options)) {
        const last = heard[heard.length - 1];
        if (last[0] !== 0 && last[last.length - 1] !== 0) break;
      }
      await context.close();
      return [...heard[heard.length - 1]];
    });
    const middle = samples.slice(samples.length / 4, samples.length / 2);
    // Resampling between two contexts, where rates differ.
    expect(middle).toBeAllclose(
      middle.map(() => 0.375),
      { rtol: 1e-3 },
    );
  });

  describe('the end', () => {
    test('`aborted`', async () => {
      await page.evaluate(() => {
        const controller = new AbortController();
        Object.assign(shared, { controller });
        shared.listen(shared.stream, { signal: controller.signal });
      });
      await windows(1);
      await page.evaluate(() => {
        (shared as Shared & { controller: AbortController }).controller.abort();
      });
      expect(await end()).toBe('aborted');
      await expectNothingLeft();
    });

    test('`returned`, and the track lives on', async () => {
      await page.evaluate(() => shared.listen(shared.stream));
      await windows(1);
      await page.evaluate(() => shared.listening.return());
      expect(await end()).toBe('returned');
      await expectNothingLeft();
      const states = () => shared.stream.getAudioTracks().map(({ readyState }) => readyState);
      expect(await page.evaluate(states)).toEqual(['live']);
    });

    test('`ended`, where the page stops the track', async () => {
      await page.evaluate(() => shared.listen(shared.stream));
      await windows(1);
      await page.evaluate(() => {
        for (const track of shared.stream.getTracks()) track.stop();
      });
      expect(await end()).toBe('ended');
      await expectNothingLeft();
    });

    test('`suspended`, where the page’s own context is, which stays open', async () => {
      const state = await page.evaluate(async () => {
        const context = new AudioContext();
        await context.resume();
        shared.listen(shared.stream, { context, resumeTimeout: 0.1 });
        while (shared.found.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        await context.suspend();
        await shared.end;
        const { state } = context;
        await context.close();
        return state;
      });
      expect(state).toBe('suspended');
      expect(await end()).toBe('suspended');
      await expectNothingLeft();
    });

    test('one context serves one listening after the other', async () => {
      const heard = await page.evaluate(async () => {
        const context = new AudioContext();
        await context.resume();
        const ends: unknown[] = [];
        for (let i = 0; i < 2; i++) {
          shared.listen(shared.stream, { context });
          const before = shared.found.length;
          while (shared.found.length === before) {
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          await shared.listening.return();
          ends.push(shared.listening.reason);
        }
        await context.close();
        return ends;
      });
      expect(heard).toEqual(['returned', 'returned']);
      await expectNothingLeft();
    });
  });

  describe('errors', () => {
    const codeOf = (options: object): Promise<unknown> =>
      page.evaluate((options) => {
        shared.listen(shared.stream, options);
        return shared.end.catch((error) => error.code);
      }, options);

    test('`no-such-path`, where there is no worklet', async () => {
      expect(await codeOf({ worklet: 'missing.js' })).toBe('no-such-path');
      await expectNothingLeft();
    });

    test('`lost-worker`, where there is no worker', async () => {
      expect(await codeOf({ worker: 'missing.js' })).toBe('lost-worker');
      await expectNothingLeft();
    });

    test('`lost-worker`, where another script is the worker', async () => {
      expect(await codeOf({ worker: 'other.js' })).toBe('lost-worker');
      await expectNothingLeft();
    });

    test('`bad-argument`, where the stream has no sound', async () => {
      const code = await page.evaluate(() => {
        try {
          shared.recognizer.listen(new MediaStream());
          return 'none';
        } catch (error) {
          return (error as recognizer.RecognizerError).code;
        }
      });
      expect(code).toBe('bad-argument');
    });

    test('`no-gesture`, in a page that nobody has touched', async () => {
      const untouched = await chromium.newPage();
      await untouched.goto(`${site.url}untouched.html`);
      const found = await untouched.waitForFunction(() => (window as { found?: string }).found);
      expect(await found.jsonValue()).toBe('no-gesture');
      await untouched.close();
    });
  });

  // The last one: the microphones are gone with what serves them.
  test('the end `device-lost`, where the device goes', async ({ skip }) => {
    const browser = await chromium.newBrowserCDPSession();
    await page.evaluate(() => shared.listen(shared.stream));
    await windows(1);
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    const audio = processInfo.find(({ type }) => type.includes('AudioService'));
    if (audio === undefined) skip('this Chromium has no process for sound');
    else process.kill(audio.id);
    expect(await end()).toBe('device-lost');
    await expectNothingLeft();
  });
});
