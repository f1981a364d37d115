import { describe, expect, it, vi } from 'vitest';
import type { Audio, Samples } from '../audio/audio.ts';
import { FakePage } from '../testing/listen/fake-page.ts';
import { LOUDNESS } from '../testing/listen/loudness-scorer.ts';
import { settle } from '../testing/listen/settle.ts';
import { ChunkReader } from './chunk-reader.ts';
import { listen } from './listen.ts';

const RATE = 8000;
const chunk = (seconds: number): Audio => ({
  samples: new Float32Array(seconds * RATE).fill(0.25),
  sampleRate: RATE,
});

/** A stream with an iterator of the user's make. */
const streamOf = (iterator: object) =>
  ({ [Symbol.asyncIterator]: () => iterator }) as AsyncIterable<Audio | Samples>;

describe('a stream whose `next` gives no promise', () => {
  it('is heard', async () => {
    const chunks = [chunk(3), chunk(1)];
    const next = () => ({ done: chunks.length === 0, value: chunks.shift() });
    const ends: number[] = [];
    for await (const { end } of listen(LOUDNESS, streamOf({ next }))) ends.push(end);
    expect(ends).toEqual([3, 3.5, 4]);
  });
});

describe('a stream whose `return` gives no promise', () => {
  const close = () => ({ done: true, value: undefined });

  it('is left', async () => {
    const next = async () => ({ value: chunk(3) });
    const listening = listen(LOUDNESS, streamOf({ next, return: close }));
    await listening.next();
    expect(await listening.return()).toEqual({ done: true, value: undefined });
    expect(listening.reason).toBe('returned');
  });

  it('and that gives nothing is `no-samples`, and releases all', async () => {
    const page = new FakePage();
    const stream = streamOf({ next: () => new Promise(() => {}), return: close });
    const first = listen(LOUDNESS, stream, { stallTimeout: 1 }, page).next();
    await settle();
    page.advance(1000);
    await expect(first).rejects.toMatchObject({ code: 'no-samples' });
    expect(page.running).toBe(0);
  });
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no'))],
])('is closed where `return` %s', async (_, close) => {
  const listening = listen(
    LOUDNESS,
    streamOf({ next: async () => ({ value: chunk(3) }), return: close }),
  );
  await listening.next();
  await listening.return();
  expect(listening.reason).toBe('returned');
});

it.each([undefined, 1])('refuses the result %o', async (result) => {
  await expect(listen(LOUDNESS, streamOf({ next: () => result })).next()).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('listen: `stream` must be'),
  });
});

it.each([true, false])('lets timers run where a stream never waits, skip: %s', async (skip) => {
  let count = 0;
  async function* stream(): AsyncGenerator<Audio> {
    // Without end if no timer runs, but for this.
    while (count++ < 200_000) yield chunk(0.5);
  }
  const signal = AbortSignal.timeout(50);
  const listening = listen(LOUDNESS, stream(), { skip, signal, length: 0.5, hop: 3600 });
  for await (const _ of listening);
  expect(listening.reason).toBe('aborted');
});

it('gives no chunk that comes after it was closed', async () => {
  let give = (_: object): void => {};
  const next = () => new Promise((resolve) => (give = resolve));
  const reader = new ChunkReader(streamOf({ next }), undefined);
  const take = vi.fn();
  const reading = reader.read(take);
  reader.close();
  give({ value: chunk(1) });
  await reading;
  expect(take).not.toHaveBeenCalled();
});
