import { describe, expect, test } from 'vitest';
import { FakePage, FakeTrack, streamOf } from '../testing/listen/fake-page.ts';
import { FakeWorker } from '../testing/listen/fake-worker.ts';
import { LOUDNESS, scoreLoudness } from '../testing/listen/loudness-scorer.ts';
import { settle } from '../testing/listen/settle.ts';
import { listen } from './listen.ts';
import type { ListenOptions } from './listen-options.ts';
import type { Listening } from './listening.ts';

const RATE = 1000;

interface Started {
  page: FakePage;
  track: FakeTrack;
  listening: Listening;
  /** Its first window, or its end. */
  first: Promise<IteratorResult<unknown, undefined>>;
  play(seconds: number, value?: number): Promise<void>;
}

async function start(
  options: ListenOptions = {},
  prepare: (page: FakePage, track: FakeTrack) => void = () => {},
): Promise<Started> {
  const page = new FakePage();
  const track = new FakeTrack();
  prepare(page, track);
  const listening = listen(LOUDNESS, streamOf(track), options, page);
  const first = listening.next();
  first.catch(() => {});
  await settle();
  const play = async (seconds: number, value = 0.25): Promise<void> => {
    page.node.play(new Float32Array(seconds * RATE).fill(value), page.now());
    await settle();
  };
  return { page, track, listening, first, play };
}

/** All that the end must release. */
function expectReleased({ page, track }: Started): void {
  expect({
    timers: page.running,
    track: track.listeners,
    context: page.context.listeners,
    node: page.node.isConnected,
    source: page.source.isConnected,
    stopped: page.node.isStopped,
    port: page.node.port.onmessage,
  }).toEqual({
    timers: 0,
    track: [],
    context: [],
    node: false,
    source: false,
    stopped: true,
    port: null,
  });
}

const DONE = { done: true, value: undefined };

test('windows of the samples that the worklet posts', async () => {
  const { first, play, page } = await start();
  await play(2);
  await play(1);
  expect((await first).value).toMatchObject({ start: 0, end: 3, speech: true, skipped: 0 });
  expect(page.context.modules).toEqual(['https://page.test/worklet.js']);
});

test('the newest window alone waits for the loop', async () => {
  const { listening, first, play } = await start();
  await play(3);
  await first;
  await play(0.5);
  await play(0.5);
  await play(0.5);
  expect((await listening.next()).value).toMatchObject({ start: 1.5, skipped: 2 });
});

test('the worklet’s port goes to the worker', async () => {
  const page = new FakePage();
  const worker = new FakeWorker(() => scoreLoudness);
  const scorer = { ...LOUDNESS, state: () => ({}) };
  const listening = listen(scorer, streamOf(new FakeTrack()), { worker: () => worker }, page);
  const first = listening.next();
  await settle();
  page.node.play(new Float32Array(3 * RATE).fill(0.25), 0);
  expect((await first).value).toMatchObject({ start: 0, end: 3 });
  expect(listening.thread).toBe('worker');
  await listening.return();
  expect(worker.isTerminated).toBe(true);
});

test('NaN from the page’s own nodes is bad audio', async () => {
  const started = await start();
  await started.play(1, Number.NaN);
  await expect(started.first).rejects.toMatchObject({ code: 'bad-audio' });
  expectReleased(started);
});

test('`worklet` is another address', async () => {
  const { page } = await start({ worklet: '/copied/worklet.js' });
  expect(page.context.modules).toEqual(['/copied/worklet.js']);
});

describe('the track', () => {
  test('is the first audio track that lives', async () => {
    const page = new FakePage();
    const dead = new FakeTrack();
    dead.stop();
    const live = new FakeTrack();
    const listening = listen(LOUDNESS, streamOf(dead, live, new FakeTrack()), {}, page);
    const first = listening.next();
    await settle();
    live.end();
    expect(await first).toEqual(DONE);
    expect(listening.reason).toBe('device-lost');
  });

  test('must be there', () => {
    expect(() => listen(LOUDNESS, streamOf())).toThrow(
      "listen: `stream` must be a MediaStream with a live audio track, got 'none'",
    );
  });

  test('must live', () => {
    const dead = new FakeTrack();
    dead.stop();
    expect(() => listen(LOUDNESS, streamOf(dead))).toThrow("got 'none but ended ones'");
  });

  test('is never stopped', async () => {
    const { listening, track } = await start();
    await listening.return();
    expect(track.readyState).toBe('live');
  });
});

describe('the end', () => {
  test('`device-lost`, where the browser ends a microphone’s track', async () => {
    const started = await start();
    started.track.end();
    expect(await started.first).toEqual(DONE);
    expect(started.listening.reason).toBe('device-lost');
    expectReleased(started);
    expect(started.page.context.state).toBe('closed');
  });

  test('`ended`, where the browser ends a track of no microphone', async () => {
    const started = await start({}, (_, track) => {
      track.deviceId = 'another tab';
    });
    started.track.end();
    expect(await started.first).toEqual(DONE);
    expect(started.listening.reason).toBe('ended');
    expectReleased(started);
  });

  test.each([
    ['device-lost', 'microphone'],
    ['ended', ''],
  ])('`%s`, where devices are not told, for the identifier %o', async (reason, deviceId) => {
    const { track, first, listening } = await start({}, (page, track) => {
      page.devices = ['', ''];
      track.deviceId = deviceId;
    });
    track.end();
    await first;
    expect(listening.reason).toBe(reason);
  });

  test('`ended` a quarter of a second after the page stopped the track', async () => {
    const started = await start();
    started.page.advance(1000);
    started.track.stop();
    started.page.advance(249);
    await settle();
    expect(started.track.listeners).toEqual(['ended']);
    started.page.advance(1);
    expect(await started.first).toEqual(DONE);
    expect(started.listening.reason).toBe('ended');
    expectReleased(started);
  });

  test('what was heard before it is still scored', async () => {
    const { listening, first, play, track } = await start();
    await play(2.5);
    track.end();
    expect((await first).value).toMatchObject({ start: 0, end: 2.5 });
    expect(await listening.next()).toEqual(DONE);
    expect(listening.reason).toBe('device-lost');
  });

  test('`returned`', async () => {
    const started = await start();
    await started.play(3);
    await started.first;
    await started.listening.return();
    expect(started.listening.reason).toBe('returned');
    expectReleased(started);
    expect(started.page.context.state).toBe('closed');
  });

  test('`aborted`', async () => {
    const controller = new AbortController();
    const started = await start({ signal: controller.signal });
    controller.abort();
    expect(await started.first).toEqual(DONE);
    expect(started.listening.reason).toBe('aborted');
    expectReleased(started);
    expect(started.page.context.state).toBe('closed');
  });

  test('`aborted` before the nodes are there', async () => {
    const controller = new AbortController();
    const started = await start({ signal: controller.signal }, (page) => {
      page.context.audioWorklet.addModule = () => new Promise(() => {});
    });
    controller.abort();
    expect(await started.first).toEqual(DONE);
    expect(started.page.context.state).toBe('closed');
    expect(started.page.running).toBe(0);
  });

  test.each(['suspended', 'interrupted'])('`suspended`, 5 s after it was %s', async (state) => {
    const started = await start();
    const { page, listening, first } = started;
    page.context.mayRun = false;
    page.context.become(state);
    page.advance(4999);
    await settle();
    expect(page.context.state).toBe(state);
    page.advance(1);
    expect(await first).toEqual(DONE);
    expect(listening.reason).toBe('suspended');
    expectReleased(started);
    expect(page.context.state).toBe('closed');
  });

  test('`suspended` after `resumeTimeout`', async () => {
    const { page, listening, first } = await start({ resumeTimeout: 60 });
    page.context.mayRun = false;
    page.context.become('suspended');
    page.advance(59_999);
    await settle();
    expect(page.context.state).toBe('suspended');
    page.advance(1);
    await first;
    expect(listening.reason).toBe('suspended');
  });

  test('a context that is resumed goes on', async () => {
    const { page, first, play } = await start();
    await play(1);
    page.context.become('interrupted');
    expect(page.context.state).toBe('running');
    page.advance(10_000);
    await play(2);
    expect((await first).value).toMatchObject({ start: 0, end: 3 });
  });
});

describe('a context of the page’s own', () => {
  const own = async (options: ListenOptions = {}): Promise<Started> => {
    const page = new FakePage();
    page.context.become('running');
    const track = new FakeTrack();
    const listening = listen(
      LOUDNESS,
      streamOf(track),
      { ...options, context: page.context },
      page,
    );
    const first = listening.next();
    await settle();
    return { page, track, listening, first, play: async () => {} };
  };

  test('is used, and stays open', async () => {
    const started = await own();
    await started.listening.return();
    expect(started.page.contexts).toBe(0);
    expect(started.page.context.state).toBe('running');
    expectReleased(started);
  });

  test('is not resumed where the page suspends it, and that ends it', async () => {
    const { page, listening, first } = await own();
    const { resumed } = page.context;
    page.context.become('suspended');
    page.advance(5000);
    expect(await first).toEqual(DONE);
    expect(listening.reason).toBe('suspended');
    expect(page.context.resumed).toBe(resumed);
  });

  test('that the page closes is the end', async () => {
    const started = await own();
    await started.page.context.close();
    expect(await started.first).toEqual(DONE);
    expect(started.listening.reason).toBe('ended');
    expectReleased(started);
  });
});

describe('errors', () => {
  test('`no-gesture`, where the context never runs', async () => {
    const { page, first, listening } = await start({}, (made) => {
      made.context.mayRun = false;
    });
    page.advance(4999);
    await settle();
    expect(page.context.state).toBe('suspended');
    page.advance(1);
    await expect(first).rejects.toMatchObject({
      code: 'no-gesture',
      message: expect.stringContaining('from a click or a key press'),
    });
    expect(page.context.state).toBe('closed');
    expect(listening.reason).toBeUndefined();
    expect(page.running).toBe(0);
  });

  test('`no-samples`, where no frame comes', async () => {
    const started = await start();
    started.page.advance(5000);
    await expect(started.first).rejects.toMatchObject({ code: 'no-samples' });
    expectReleased(started);
    expect(started.page.context.state).toBe('closed');
  });

  test('a context that does not run is given its own time', async () => {
    const { page, first, play } = await start({ resumeTimeout: 60 }, (made) => {
      made.context.mayRun = false;
    });
    page.advance(30_000);
    page.context.become('running');
    page.advance(4999);
    await play(3);
    expect((await first).value).toMatchObject({ end: 3 });
  });

  test('`no-such-path`, where the worklet does not load', async () => {
    const { page, first } = await start({}, (made) => {
      made.context.audioWorklet.addModule = () => Promise.reject(new Error('404'));
    });
    await expect(first).rejects.toMatchObject({
      code: 'no-such-path',
      message: expect.stringContaining('https://page.test/worklet.js'),
    });
    expect(page.context.state).toBe('closed');
    expect(page.running).toBe(0);
  });

  test('`no-audio-worklet`, where a page is not secure', async () => {
    const { page, first } = await start({}, (made) => {
      Object.defineProperty(made.context, 'audioWorklet', { value: undefined });
    });
    await expect(first).rejects.toMatchObject({ code: 'no-audio-worklet' });
    expect(page.context.state).toBe('closed');
  });

  test('`no-audio-worklet`, where there is no AudioContext', async () => {
    const { first, track } = await start({}, (made) => {
      made.openContext = () => {
        throw new ReferenceError('AudioContext is not defined');
      };
    });
    await expect(first).rejects.toMatchObject({ code: 'no-audio-worklet' });
    expect(track.listeners).toEqual([]);
  });

  test('a track that ends while the worklet loads is no error', async () => {
    let fail = (_: Error): void => {};
    const { track, first, listening } = await start({}, (made) => {
      made.context.audioWorklet.addModule = () =>
        new Promise((_, reject) => {
          fail = reject;
        });
    });
    track.end();
    fail(new Error('the context was closed'));
    expect(await first).toEqual(DONE);
    expect(listening.reason).toBe('device-lost');
  });
});

test('nothing is opened before the loop begins', () => {
  const page = new FakePage();
  const track = new FakeTrack();
  listen(LOUDNESS, streamOf(track), {}, page);
  expect([page.contexts, page.running, track.listeners]).toEqual([0, 0, []]);
});
