import { setTimeout } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Audio } from '../audio/audio.ts';
import { FakePage } from '../testing/listen/fake-page.ts';
import { FakeWorker } from '../testing/listen/fake-worker.ts';
import { LOUDNESS, scoreLoudness } from '../testing/listen/loudness-scorer.ts';
import { settle } from '../testing/listen/settle.ts';
import { listen } from './listen.ts';
import type { ListenOptions } from './listen-options.ts';
import type { Listening } from './listening.ts';

const RATE = 8000;

const chunk = (seconds: number, value = 0.25): Audio => ({
  samples: new Float32Array(seconds * RATE).fill(value),
  sampleRate: RATE,
});

async function* of<T>(...items: T[]): AsyncGenerator<T> {
  yield* items;
}

/** Gives these, and then nothing, until it is told to end. */
function endless<T = Audio>(...items: T[]): AsyncIterable<T> & { returned: number } {
  return {
    returned: 0,
    [Symbol.asyncIterator]() {
      return {
        next: () => {
          const value = items.shift();
          return value === undefined ? new Promise(() => {}) : Promise.resolve({ value });
        },
        return: async () => {
          this.returned += 1;
          return { done: true as const, value: undefined };
        },
      };
    },
  };
}

const times = async (listening: Listening): Promise<number[][]> => {
  const found: number[][] = [];
  for await (const { start, end } of listening) found.push([start, end]);
  return found;
};

describe('windows', () => {
  test('by default are 3 s long, 0.5 s apart, and the last one is shorter', async () => {
    const listening = listen(LOUDNESS, of(chunk(2), chunk(2.25)));
    expect(await times(listening)).toEqual([
      [0, 3],
      [0.5, 3.5],
      [1, 4],
      [1.5, 4.25],
    ]);
  });

  test('have the length and the hop of the options', async () => {
    const listening = listen(LOUDNESS, of(chunk(2)), { length: 1, hop: 1 });
    expect(await times(listening)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('are smoothed by a quarter by default', async () => {
    const chunks = () => of(chunk(3, 0.5), chunk(3, 0.75));
    const hop = { hop: 3 };
    const scores: number[] = [];
    for await (const window of listen(LOUDNESS, chunks(), hop)) scores.push(window.scores[0].score);
    const same: number[] = [];
    for await (const window of listen(LOUDNESS, chunks(), { ...hop, smoothing: 0.25 })) {
      same.push(window.scores[0].score);
    }
    expect(scores).toEqual(same);
    expect(scores[1]).toBeLessThan(0.7);
  });

  test('of bare samples take the rate of the option', async () => {
    const { samples } = chunk(3);
    expect(await times(listen(LOUDNESS, of(samples), { sampleRate: RATE }))).toEqual([[0, 3]]);
  });

  test('of an iterable are all given, however slow the loop', async () => {
    const starts: number[] = [];
    for await (const { start, skipped } of listen(LOUDNESS, of(chunk(4), chunk(1)))) {
      await setTimeout(5);
      expect(skipped).toBe(0);
      starts.push(start);
    }
    expect(starts).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  test('with `skip` are given up for the newest one', async () => {
    const found: number[][] = [];
    const listening = listen(LOUDNESS, of(chunk(3), chunk(3)), { skip: true });
    for await (const { start, skipped } of listening) found.push([start, skipped]);
    // The first is scored while the rest comes.
    expect(found).toEqual([
      [0, 0],
      [3, 5],
    ]);
  });
});

describe('the scorer', () => {
  const optionsOf = async (options: ListenOptions): Promise<unknown> => {
    const score = vi.fn(scoreLoudness);
    await times(listen({ ...LOUDNESS, score }, of(chunk(3)), options));
    return score.mock.calls[0][1];
  };

  test('looks for speech by the gate, and leaves versions out, by default', async () => {
    expect(await optionsOf({})).toEqual({ speech: {}, versions: false });
  });

  test('gets the options', async () => {
    expect(await optionsOf({ speech: false, versions: true })).toEqual({
      speech: false,
      versions: true,
    });
  });
});

describe('the reason', () => {
  test('is not there before the end', async () => {
    const listening = listen(LOUDNESS, of(chunk(3)));
    await listening.next();
    expect(listening.reason).toBeUndefined();
  });

  test('is `ended` after the last window', async () => {
    const listening = listen(LOUDNESS, of(chunk(3)));
    await times(listening);
    expect(listening.reason).toBe('ended');
  });

  test('is `returned` where the loop is left, and the source is told', async () => {
    const source = endless(chunk(3));
    const listening = listen(LOUDNESS, source);
    for await (const _ of listening) break;
    expect(listening.reason).toBe('returned');
    expect(source.returned).toBe(1);
  });

  test('is `aborted` where the signal is, while nothing comes', async () => {
    const source = endless(chunk(1));
    const controller = new AbortController();
    const listening = listen(LOUDNESS, source, { signal: controller.signal });
    const first = listening.next();
    await settle();
    controller.abort();
    expect(await first).toEqual({ done: true, value: undefined });
    expect(listening.reason).toBe('aborted');
    expect(source.returned).toBe(1);
  });

  test('is `aborted` at once where the signal was aborted before, and nothing is read', async () => {
    const source = { [Symbol.asyncIterator]: vi.fn() };
    const listening = listen(LOUDNESS, source, { signal: AbortSignal.abort() });
    expect(await listening.next()).toEqual({ done: true, value: undefined });
    expect(listening.reason).toBe('aborted');
    expect(source[Symbol.asyncIterator]).not.toHaveBeenCalled();
  });

  test('stays the first one', async () => {
    const controller = new AbortController();
    const listening = listen(LOUDNESS, of(chunk(3)), { signal: controller.signal });
    await times(listening);
    controller.abort();
    await listening.return();
    expect(listening.reason).toBe('ended');
  });
});

describe('errors', () => {
  const codeOf = (listening: Listening): Promise<unknown> =>
    times(listening).then(
      () => 'none',
      (error) => error.code ?? error,
    );

  test('a stream that gives nothing in 5 s has no samples', async () => {
    const page = new FakePage();
    const source = endless();
    const code = codeOf(listen(LOUDNESS, source, {}, page));
    await settle();
    page.advance(4999);
    await settle();
    expect(source.returned).toBe(0);
    page.advance(1);
    expect(await code).toBe('no-samples');
    expect(source.returned).toBe(1);
  });

  test('`stallTimeout` is another time', async () => {
    const page = new FakePage();
    const code = codeOf(listen(LOUDNESS, endless(), { stallTimeout: 60 }, page));
    await settle();
    page.advance(59_999);
    await settle();
    expect(page.running).toBe(1);
    page.advance(1);
    expect(await code).toBe('no-samples');
  });

  test('empty chunks are no samples', async () => {
    const page = new FakePage();
    const source = {
      async *[Symbol.asyncIterator]() {
        for (;;) yield chunk(0);
      },
    };
    const code = codeOf(listen(LOUDNESS, source, {}, page));
    await settle();
    page.advance(5000);
    expect(await code).toBe('no-samples');
  });

  test('a stream that pauses after its first samples goes on', async () => {
    const page = new FakePage();
    const listening = listen(LOUDNESS, endless(chunk(1)), {}, page);
    const first = listening.next();
    await settle();
    expect(page.running).toBe(0);
    await listening.return();
    expect(await first).toEqual({ done: true, value: undefined });
  });

  test.each<[string, unknown, ListenOptions]>([
    ['no-samples', of(), {}],
    ['no-samples', of(chunk(0)), {}],
    ['bad-audio', of(chunk(1), chunk(1, Number.NaN)), {}],
    ['bad-argument', of(chunk(1), { ...chunk(1), sampleRate: 16_000 }), {}],
    ['bad-argument', of(chunk(1).samples), {}],
    ['bad-argument', of(chunk(1)), { sampleRate: 16_000 }],
    ['bad-argument', of('text'), {}],
  ])('%s of a bad stream', async (code, stream, options) => {
    const listening = listen(LOUDNESS, stream as AsyncIterable<Audio>, options);
    expect(await codeOf(listening)).toBe(code);
    expect(listening.reason).toBeUndefined();
    expect(await listening.next()).toEqual({ done: true, value: undefined });
  });

  test('what the source throws comes as it is, and the source is not told to end', async () => {
    const error = new Error('the pipe broke');
    const listening = listen(
      LOUDNESS,
      (async function* () {
        yield chunk(1);
        throw error;
      })(),
    );
    expect(await codeOf(listening)).toBe(error);
  });

  test('what the scorer throws comes as it is', async () => {
    const error = new Error('no scores');
    const source = endless(chunk(3));
    const listening = listen({ ...LOUDNESS, score: () => Promise.reject(error) }, source);
    expect(await codeOf(listening)).toBe(error);
    expect(source.returned).toBe(1);
  });

  test('a recogniser that was disposed meanwhile ends it', async () => {
    let check = (): void => {};
    const source = endless(chunk(4));
    const listening = listen({ ...LOUDNESS, check: () => check() }, source);
    await listening.next();
    check = () => {
      throw new Error('disposed');
    };
    await expect(listening.next()).rejects.toThrow('disposed');
    expect(source.returned).toBe(1);
  });

  test('an error that nobody waits for comes with the next call', async () => {
    const listening = listen(LOUDNESS, of(chunk(3), chunk(1, Number.NaN)));
    await listening.next();
    await settle();
    await expect(listening.next()).rejects.toThrow('finite');
    expect(await listening.next()).toEqual({ done: true, value: undefined });
  });
});

test('nothing of the stream is read before the loop begins', () => {
  const source = { [Symbol.asyncIterator]: vi.fn() };
  listen(LOUDNESS, source);
  expect(source[Symbol.asyncIterator]).not.toHaveBeenCalled();
});

test('calls of `next` that do not wait for each other are answered in turn', async () => {
  const listening = listen(LOUDNESS, of(chunk(4)));
  const results = await Promise.all([0, 1, 2, 3, 4].map(() => listening.next()));
  expect(results.map(({ value }) => value?.start)).toEqual([0, 0.5, 1, undefined, undefined]);
});

test('a thousand listenings leave no listener and no timer', async () => {
  const page = new FakePage();
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  vi.spyOn(signal, 'addEventListener').mockImplementation((_, run) => void listeners.add(run));
  vi.spyOn(signal, 'removeEventListener').mockImplementation((_, run) => {
    listeners.delete(run);
  });
  for (let i = 0; i < 1000; i++) {
    const source = endless(chunk(0.5));
    const options = { signal, length: 0.5 };
    for await (const _ of listen(LOUDNESS, source, options, page)) break;
    expect(source.returned).toBe(1);
  }
  expect([listeners.size, page.running]).toEqual([0, 0]);
});

test('no listener of the signal stays', async () => {
  const signal = AbortSignal.any([]);
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  await times(listen(LOUDNESS, of(chunk(3)), { signal }));
  expect(add).toHaveBeenCalledTimes(1);
  expect(remove.mock.calls).toEqual(add.mock.calls);
});

describe('a worker', () => {
  const state = {};
  const scorer = { ...LOUDNESS, score: vi.fn(scoreLoudness), state: () => state };
  const restore = () => scoreLoudness;

  test('gives what the thread gives', async () => {
    const options = { smoothing: 0.25, length: 1, hop: 0.25 };
    const local: unknown[] = [];
    for await (const window of listen(LOUDNESS, of(chunk(1), chunk(2, 0.5)), options)) {
      local.push({ ...window, latency: 0 });
    }
    const worker = new FakeWorker(restore);
    const listening = listen(scorer, of(chunk(1), chunk(2, 0.5)), {
      ...options,
      worker: () => worker,
    });
    const away: unknown[] = [];
    for await (const window of listening) away.push({ ...window, latency: 0 });
    expect(away).toEqual(local);
    expect(listening.thread).toBe('worker');
    expect(listening.reason).toBe('ended');
    expect(worker.isTerminated).toBe(true);
    expect(scorer.score).not.toHaveBeenCalled();
  });

  test('takes a copy of the samples, and of no more than the chunk', async () => {
    const long = chunk(9);
    const part = { ...long, samples: long.samples.subarray(0, 3 * RATE) };
    await times(listen(scorer, of(part), { worker: () => new FakeWorker(restore) }));
    expect(long.samples.length).toBe(9 * RATE);
  });

  test('is ended by the signal', async () => {
    const worker = new FakeWorker(restore);
    const controller = new AbortController();
    const { signal } = controller;
    const listening = listen(scorer, endless(chunk(1)), { worker: () => worker, signal });
    const first = listening.next();
    await settle();
    controller.abort();
    expect(await first).toEqual({ done: true, value: undefined });
    expect(worker.isTerminated).toBe(true);
  });

  test('that never answers is ended by the signal', async () => {
    const worker = new FakeWorker();
    const controller = new AbortController();
    const { signal } = controller;
    const listening = listen(scorer, endless(chunk(1)), { worker: () => worker, signal });
    const first = listening.next();
    await settle();
    controller.abort();
    expect(await first).toEqual({ done: true, value: undefined });
    expect(worker.isTerminated).toBe(true);
  });

  test('tells its errors with their code', async () => {
    const worker = new FakeWorker(restore);
    const broken = { samples: Float32Array.of(0), sampleRate: RATE };
    const listening = listen(scorer, endless(chunk(3), broken), { worker: () => worker });
    await listening.next();
    const second = listening.next();
    await settle();
    worker.onmessage?.({
      data: { type: 'error', code: 'bad-model', message: 'the model broke' },
    } as MessageEvent);
    await expect(second).rejects.toMatchObject({ code: 'bad-model', message: 'the model broke' });
    expect(worker.isTerminated).toBe(true);
  });

  test('tells errors of its scorer', async () => {
    const worker = new FakeWorker(() => () => Promise.reject(new TypeError('no scores')));
    const listening = listen(scorer, of(chunk(3)), { worker: () => worker });
    await expect(listening.next()).rejects.toThrow('no scores');
  });

  test('that ends later is lost', async () => {
    const worker = new FakeWorker(restore);
    const listening = listen(scorer, endless(chunk(3)), { worker: () => worker });
    await listening.next();
    const second = listening.next();
    worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(second).rejects.toMatchObject({
      code: 'lost-worker',
      message: 'listen: the worker does not run: out of memory',
    });
    expect(worker.isTerminated).toBe(true);
  });

  test('that was asked for and does not load is lost', async () => {
    const worker = new FakeWorker();
    const listening = listen(scorer, of(chunk(3)), { worker: () => worker });
    const first = listening.next();
    await settle();
    worker.onerror?.({} as ErrorEvent);
    await expect(first).rejects.toMatchObject({
      code: 'lost-worker',
      message: expect.stringContaining('@ser/recognizer/worker'),
    });
    expect(worker.isTerminated).toBe(true);
  });

  test('that cannot be made at its address is lost', async () => {
    const listening = listen(scorer, of(chunk(3)), { worker: 'worker.js' }, new FakePage());
    await expect(listening.next()).rejects.toMatchObject({ code: 'lost-worker' });
  });

  describe('is not used', () => {
    const page = (worker?: FakeWorker): FakePage => {
      const made = new FakePage();
      made.openWorker = vi.fn(() => worker as unknown as Worker);
      return made;
    };
    const threadOf = async (
      options: ListenOptions,
      environment: FakePage,
      from = scorer as typeof LOUDNESS,
    ): Promise<unknown> => {
      const listening = listen(from, of(chunk(3)), options, environment);
      expect(await times(listening)).toEqual([[0, 3]]);
      return listening.thread;
    };

    test('where the package’s own does not load', async () => {
      const worker = new FakeWorker();
      const listening = listen(scorer, of(chunk(3)), {}, page(worker));
      const first = listening.next();
      await settle();
      worker.onerror?.({} as ErrorEvent);
      expect((await first).value?.end).toBe(3);
      expect(listening.thread).toBe('caller');
      expect(worker.isTerminated).toBe(true);
    });

    test('where there is none', async () => {
      expect(await threadOf({}, page())).toBe('caller');
    });

    test('where it is not wanted', async () => {
      const made = page(new FakeWorker(restore));
      expect(await threadOf({ worker: false }, made)).toBe('caller');
      expect(made.openWorker).not.toHaveBeenCalled();
    });

    test('where `speech` is a function', async () => {
      const made = page(new FakeWorker(restore));
      expect(await threadOf({ speech: () => true }, made)).toBe('caller');
      expect(made.openWorker).not.toHaveBeenCalled();
    });

    test('where the model is the caller’s own', async () => {
      const made = page(new FakeWorker(restore));
      expect(await threadOf({}, made, LOUDNESS)).toBe('caller');
      expect(made.openWorker).not.toHaveBeenCalled();
    });

    test('where the state cannot be cloned', async () => {
      const worker = new FakeWorker(restore);
      const from = { ...scorer, state: () => ({ predict() {} }) };
      expect(await threadOf({}, page(worker), from)).toBe('caller');
      expect(worker.isTerminated).toBe(true);
    });

    test('and else it is', async () => {
      expect(await threadOf({}, page(new FakeWorker(restore)))).toBe('worker');
    });
  });
});
