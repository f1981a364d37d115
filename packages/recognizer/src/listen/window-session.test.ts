import { describe, expect, test } from 'vitest';
import { scoreLoudness } from '../testing/listen/loudness-scorer.ts';
import { type ScoreWindow, type SessionEvent, WindowSession } from './window-session.ts';

const RATE = 100;

const OPTIONS = {
  length: 1,
  hop: 0.5,
  smoothing: 0,
  speech: {},
  versions: false,
  skip: false,
  live: false,
};

/** Whole turns of the event loop, in which all that can go on does. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function start(options: Partial<typeof OPTIONS> = {}, score: ScoreWindow = scoreLoudness) {
  const events: SessionEvent[] = [];
  const clock = { now: 0 };
  const session = new WindowSession(
    score,
    { ...OPTIONS, ...options },
    (event) => events.push(event),
    () => clock.now,
  );
  const push = (seconds: number, at = 0): Promise<void> =>
    session.push({
      samples: new Float32Array(Math.round(seconds * RATE)).fill(0.25),
      sampleRate: RATE,
      at,
    });
  const windows = () => events.flatMap((event) => (event.type === 'window' ? [event.window] : []));
  return { session, events, clock, push, windows };
}

describe('without skipping', () => {
  test('no window is scored before it is wanted', async () => {
    const { push, events } = start();
    push(3);
    await settle();
    expect(events).toEqual([]);
  });

  test('each want gives the next window', async () => {
    const { session, push, windows } = start();
    push(3);
    session.want();
    session.want();
    await settle();
    expect(windows().map(({ start }) => start)).toEqual([0, 0.5]);
  });

  test('a want before there are samples is kept', async () => {
    const { session, push, windows } = start();
    session.want();
    push(1);
    await settle();
    expect(windows().map(({ start }) => start)).toEqual([0]);
  });

  test('a chunk is taken when all its windows are', async () => {
    const { session, push } = start();
    let isTaken = false;
    push(2).then(() => {
      isTaken = true;
    });
    session.want();
    session.want();
    await settle();
    expect(isTaken).toBe(false);
    session.want();
    await settle();
    expect(isTaken).toBe(true);
  });

  test('a chunk that completes no window is taken at once', async () => {
    const { push } = start();
    await expect(push(0.9)).resolves.toBeUndefined();
  });

  test('after the end comes what is left, then `ended`, once', async () => {
    const { session, push, events, windows } = start();
    push(1.2);
    session.end();
    session.end();
    session.want();
    session.want();
    session.want();
    await settle();
    expect(windows().map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [0.5, 1.2],
    ]);
    expect(events.map(({ type }) => type)).toEqual(['window', 'window', 'ended']);
  });

  test('the end is told without a want where nothing is left', () => {
    const { session, events } = start();
    session.end();
    expect(events).toEqual([{ type: 'ended' }]);
  });

  test('windows are smoothed over those that were wanted', async () => {
    const { session, push, windows } = start({ smoothing: 0.5 });
    push(1);
    session.push({ samples: new Float32Array(RATE).fill(0.75), sampleRate: RATE, at: 0 });
    for (let i = 0; i < 3; i++) session.want();
    await settle();
    const [, second] = windows();
    // The geometric mean of 0.25 and 0.5, beside that of 0.75 and 0.5.
    const loud = Math.sqrt(0.125) / (Math.sqrt(0.125) + Math.sqrt(0.375));
    const found = second.scores.find(({ label }) => label === 'loud')?.score;
    expect(found).toBeAllclose(loud, { rtol: 1e-6 });
  });
});

describe('with skipping', () => {
  test('the newest window replaces those that nobody wanted, and their number is told', async () => {
    const { session, push, windows } = start({ skip: true });
    await push(1);
    await push(0.5);
    await push(1);
    session.want();
    await settle();
    expect(windows()).toMatchObject([{ start: 1.5, skipped: 3 }]);
  });

  test('the number is that since the window before', async () => {
    const { session, push, windows } = start({ skip: true });
    await push(1.5);
    session.want();
    await settle();
    await push(0.5);
    session.want();
    await settle();
    expect(windows()).toMatchObject([
      { start: 0.5, skipped: 1 },
      { start: 1, skipped: 0 },
    ]);
  });

  test('windows that come while one is scored wait as one', async () => {
    const releases: (() => void)[] = [];
    const { session, push, windows } = start({ skip: true }, async (window, options) => {
      await new Promise<void>((resolve) => releases.push(resolve));
      return scoreLoudness(window, options);
    });
    session.want();
    await push(1);
    await push(2);
    session.want();
    releases.shift()?.();
    await settle();
    releases.shift()?.();
    await settle();
    expect(windows()).toMatchObject([
      { start: 0, skipped: 0 },
      { start: 2, skipped: 3 },
    ]);
  });
});

describe('latency', () => {
  test('is from when the chunk came to when the scores are ready', async () => {
    const { session, push, clock, windows } = start();
    push(1, 1000);
    clock.now = 1250;
    session.want();
    await settle();
    expect(windows()[0].latency).toBe(0.25);
  });

  test('of a live stream counts from the sample where the window ends', async () => {
    const { session, push, clock, windows } = start({ live: true, skip: true });
    push(1.25, 1000);
    clock.now = 1250;
    session.want();
    await settle();
    expect(windows()[0].latency).toBe(0.5);
  });

  test('is never negative, where the clock was set back', async () => {
    const { session, push, windows } = start();
    push(1, 1000);
    session.want();
    await settle();
    expect(windows()[0].latency).toBe(0);
  });
});

describe('errors', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'a sample %d is told, with its place',
    (bad) => {
      const { session, events } = start();
      const samples = new Float32Array(4);
      samples[2] = bad;
      session.push({ samples, sampleRate: RATE, at: 0 });
      expect(events).toMatchObject([
        {
          type: 'error',
          error: { code: 'bad-audio', message: expect.stringContaining('sample 2') },
        },
      ]);
    },
  );

  test('what the scorer throws is told, and nothing after it', async () => {
    const error = new Error('no scores');
    const { session, push, events } = start({}, () => Promise.reject(error));
    session.want();
    session.want();
    push(3);
    await settle();
    session.end();
    expect(events).toEqual([{ type: 'error', error }]);
  });
});

test('after close nothing is told, and the source may go on', async () => {
  const { session, push, events } = start();
  session.want();
  const taken = push(3);
  session.close();
  await taken;
  await expect(push(3)).resolves.toBeUndefined();
  await settle();
  expect(events).toEqual([]);
});
