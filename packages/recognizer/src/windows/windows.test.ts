import { describe, expect, it, vi } from 'vitest';
import type { Audio } from '../audio/audio.ts';
import { loadRecognizer } from '../load-recognizer.ts';
import type { WindowsOptions } from '../recognizer/options.ts';
import { adaptableModel, smallModel, sourceOf } from '../testing/small-model.ts';
import { speak, toWav } from '../testing/speak.ts';
import type { WindowScores } from './window-scores.ts';

const recognizer = await loadRecognizer({ source: sourceOf(adaptableModel()) });
const voice = speak({ seconds: 4.5 });
const { samples, sampleRate } = voice;

async function all(windows: AsyncIterable<WindowScores>): Promise<WindowScores[]> {
  const list: WindowScores[] = [];
  for await (const window of windows) list.push(window);
  return list;
}

const ranges = (windows: readonly WindowScores[]) => windows.map(({ start, end }) => [start, end]);

async function* pieces(size: number): AsyncGenerator<Audio> {
  for (let at = 0; at < samples.length; at += size) {
    yield { samples: samples.subarray(at, at + size), sampleRate };
  }
}

describe('windows', () => {
  it('are 3 s long and 1 s apart, the last as long as the sound is', async () => {
    const expected = [
      [0, 3],
      [1, 4],
      [2, 4.5],
    ];
    expect(ranges(await all(recognizer.windows(voice)))).toEqual(expected);
  });

  it('have the scores of what they hold', async () => {
    const found = await all(recognizer.windows(voice, { length: 1.5, hop: 1.5 }));
    expect(ranges(found)).toEqual([
      [0, 1.5],
      [1.5, 3],
      [3, 4.5],
    ]);
    for (const { start, end, scores, speech, familiar } of found) {
      const part = samples.subarray(start * sampleRate, end * sampleRate);
      const expected = await recognizer.recognize({ samples: part, sampleRate });
      expect(scores).toEqual([...expected]);
      expect([speech, familiar]).toEqual([expected.speech, expected.familiar]);
    }
  });

  it.each([100, 7777, 1e6])('are the same of a stream of %i samples a piece', async (size) => {
    expect(await all(recognizer.windows(pieces(size)))).toEqual(
      await all(recognizer.windows(voice)),
    );
  });

  it('are the same of a WAV as of its samples', async () => {
    const found = await all(recognizer.windows(toWav([samples], sampleRate)));
    expect(ranges(found)).toEqual(ranges(await all(recognizer.windows(voice))));
  });

  it('take `versions` and `speech` as `recognize` does', async () => {
    const half = { samples: samples.subarray(0, 24_000), sampleRate };
    for (const options of [{ versions: false }, { speech: false as const }]) {
      const [window] = await all(recognizer.windows(half, options));
      expect(window.scores).toEqual([...(await recognizer.recognize(half, options))]);
    }
  });

  it('without speech have no scores', async () => {
    const quiet = samples.slice();
    quiet.fill(0, 1.5 * sampleRate, 3 * sampleRate);
    const options = { length: 1.5, hop: 1.5 };
    const [first, second] = await all(recognizer.windows({ samples: quiet, sampleRate }, options));
    expect(first.scores).toHaveLength(3);
    expect(second).toEqual({ start: 1.5, end: 3, scores: [], speech: false, familiar: null });
  });

  it('too short for a voice have no scores', async () => {
    const options = { length: 2.2, hop: 2.2, speech: false as const };
    const last = (await all(recognizer.windows(voice, options))).at(-1);
    expect(last).toEqual({ start: 4.4, end: 4.5, scores: [], speech: false, familiar: null });
  });

  it('let other tasks have their turn', async () => {
    const quiet = { samples: new Float32Array(16_000 * 20), sampleRate };
    let tasks = 0;
    const timer = setInterval(() => tasks++, 0);
    await all(recognizer.windows(quiet, { length: 0.5, hop: 0.05 }));
    clearInterval(timer);
    expect(tasks).toBeGreaterThan(3);
  });
});

describe('of a stream', () => {
  it('come before it ends, and tell it to end when they are left', async () => {
    const ended = vi.fn();
    async function* endless(): AsyncGenerator<Audio> {
      try {
        for (;;) yield { samples: samples.subarray(0, 1600), sampleRate };
      } finally {
        ended();
      }
    }
    for await (const { end } of recognizer.windows(endless(), { length: 0.5, hop: 0.5 })) {
      if (end > 2) break;
    }
    expect(ended).toHaveBeenCalledOnce();
  });

  it('skip pieces that are empty', async () => {
    async function* stream(): AsyncGenerator<Audio> {
      yield { samples: new Float32Array(), sampleRate: 8000 };
      yield* pieces(16_000);
      yield { samples: new Float32Array(), sampleRate };
    }
    expect(await all(recognizer.windows(stream()))).toHaveLength(3);
  });

  it.each<[string, readonly unknown[], object]>([
    ['without pieces', [], { code: 'no-samples' }],
    ['without samples', [{ samples: new Float32Array(), sampleRate }], { code: 'no-samples' }],
    [
      'of another rate later',
      [voice, { samples, sampleRate: 8000 }],
      {
        code: 'bad-argument',
        message: expect.stringMatching(/keep its rate of 16000 Hz, got 8000/),
      },
    ],
    [
      'of bare samples',
      [samples],
      { code: 'bad-argument', message: expect.stringMatching(/windows: `audio \(piece 0\)`/) },
    ],
    [
      'with NaN',
      [voice, { samples: Float32Array.of(Number.NaN), sampleRate }],
      { code: 'bad-audio', message: expect.stringMatching(/piece 1.*NaN at index 0/) },
    ],
  ])('%s are refused', async (_, list, error) => {
    async function* stream() {
      yield* list as Audio[];
    }
    await expect(all(recognizer.windows(stream()))).rejects.toMatchObject(error);
  });

  it('throw what it throws', async () => {
    async function* broken(): AsyncGenerator<Audio> {
      yield voice;
      throw new Error('unplugged');
    }
    await expect(all(recognizer.windows(broken()))).rejects.toThrow('unplugged');
  });
});

describe('refuse at once', () => {
  it.each<[string, unknown, string]>([
    ['windows that are too short', { length: 0.49 }, '`length` must be in [0.5, 60], got 0.49'],
    ['windows that are too long', { length: 61 }, '`length`'],
    ['windows that stand too close', { hop: 0.049 }, '`hop` must be in [0.05, 3600], got 0.049'],
    ['a hop of NaN', { hop: Number.NaN }, '`hop`'],
    ['a hop in a text', { hop: '1' }, "got '1'"],
    ['versions of a number', { versions: 0 }, '`versions`'],
    ['speech of true', { speech: true }, '`speech`'],
    ['a signal that is none', { signal: 1 }, '`signal`'],
    ['another option', { windowLength: 3 }, 'got windowLength'],
  ])('%s', (_, options, text) => {
    expect(() => recognizer.windows(voice, options as WindowsOptions)).toThrow(text);
  });

  it('a sound that it cannot take', () => {
    const short = { samples: samples.subarray(0, 160), sampleRate };
    expect(() => recognizer.windows(short)).toThrow('windows: `audio` must be at least 0.25 s');
  });

  it('nothing that is allowed', () => {
    for (const options of [
      { length: 0.5, hop: 0.05 },
      { length: 60, hop: 3600 },
    ]) {
      expect(() => recognizer.windows(voice, options)).not.toThrow();
    }
  });
});

describe('signal', () => {
  it('ends them between windows', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const loop = async () => {
      for await (const { start } of recognizer.windows(voice, { signal: controller.signal })) {
        seen.push(start);
        controller.abort('enough');
      }
    };
    await expect(loop()).rejects.toBe('enough');
    expect(seen).toEqual([0]);
  });

  it('ends them and the stream while no samples come', async () => {
    const controller = new AbortController();
    const close = vi.fn(async () => ({ done: true as const, value: undefined }));
    const never = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<Audio>>(() => {}),
        return: close,
      }),
    };
    setTimeout(() => controller.abort('enough'), 5);
    const { signal } = controller;
    await expect(all(recognizer.windows(never, { signal }))).rejects.toBe('enough');
    expect(close).toHaveBeenCalledOnce();
  });

  it('that is aborted ends them before the first', async () => {
    const windows = recognizer.windows(voice, { signal: AbortSignal.abort('enough') });
    await expect(all(windows)).rejects.toBe('enough');
  });
});

it('end when the recogniser is disposed of', async () => {
  const own = await loadRecognizer({ source: sourceOf(smallModel()) });
  const loop = async () => {
    for await (const _ of own.windows(voice)) own.dispose();
  };
  await expect(loop()).rejects.toMatchObject({ code: 'disposed' });
});

it('let timers run where a stream never waits and no window is complete', async () => {
  let count = 0;
  async function* stream(): AsyncGenerator<Audio> {
    // Without end if no timer runs, but for this.
    while (count++ < 200_000) yield { samples: samples.subarray(0, count % 2), sampleRate };
  }
  const windows = recognizer.windows(stream(), { signal: AbortSignal.timeout(30), length: 60 });
  await expect(all(windows)).rejects.toMatchObject({ name: 'TimeoutError' });
});

it.each([undefined, 3])('refuse a stream that gives %o for a result', async (result) => {
  const next = async () => result;
  const stream = { [Symbol.asyncIterator]: () => ({ next }) } as unknown as AsyncIterable<Audio>;
  await expect(all(recognizer.windows(stream))).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('windows: `audio` must be'),
  });
});
