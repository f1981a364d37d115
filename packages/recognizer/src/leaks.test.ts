import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Audio } from './audio/audio.ts';
import { loadRecognizer } from './load-recognizer.ts';
import { adaptableModel, sourceOf } from './testing/small-model.ts';
import { speak } from './testing/speak.ts';

/** How much a heap may grow: a leak of one clip of 16 kB a round would be 16 MB. */
const MEGABYTES = 8;
const ROUNDS = 1000;

/** A signal that knows how many listeners it has. */
function countedSignal(): { signal: AbortSignal; listeners: Set<unknown>; added: () => number } {
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners.add(args[1]);
    count++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners.delete(args[1]);
    remove(...args);
  };
  return { signal, listeners, added: () => count };
}

async function* once(clip: Audio): AsyncGenerator<Audio> {
  yield clip;
}

it('a thousand loads, calls and disposals leave no listener and no memory', async () => {
  const { signal, listeners, added } = countedSignal();
  const files = adaptableModel();
  const clip = speak({ seconds: 0.25 });
  const round = async (): Promise<void> => {
    const recognizer = await loadRecognizer({ source: sourceOf(files), signal });
    await recognizer.recognize(clip, { signal, versions: false });
    for await (const _ of recognizer.windows(clip, { signal, versions: false })) break;
    recognizer.dispose();
  };
  for (let i = 0; i < ROUNDS / 10; i++) await round();
  const before = heap();
  for (let i = 0; i < ROUNDS; i++) await round();
  expect(added()).toBeGreaterThan(ROUNDS);
  expect(listeners.size).toBe(0);
  expect(heap() - before).toBeLessThan(MEGABYTES * 2 ** 20);
});

it('listening and calibrating, fifty times, leave no listener and no memory', async () => {
  const { signal, listeners, added } = countedSignal();
  const clip = speak({ seconds: 0.25 });
  // A leak of its 1.9 MB of samples a round would be 96 MB, far beyond what V8 keeps of its own.
  const long = speak({ seconds: 30 });
  const recognizer = await loadRecognizer({ source: sourceOf(adaptableModel()) });
  const options = { signal, speech: false } as const;
  const round = async (): Promise<void> => {
    for await (const _ of recognizer.listen(once(long), options)) break;
    for await (const _ of recognizer.listen(once(clip), options));
    const calibrated = await recognizer.calibrate([clip], options);
    await calibrated.embed(clip, { signal });
    calibrated.dispose();
  };
  for (let i = 0; i < 5; i++) await round();
  const before = heap();
  for (let i = 0; i < 50; i++) await round();
  expect(added()).toBeGreaterThan(200);
  expect(listeners.size).toBe(0);
  expect(heap() - before).toBeLessThan(4 * MEGABYTES * 2 ** 20);
});

/** Bytes that are in use, after garbage was collected. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

it('every call after `dispose` throws `disposed`', async () => {
  const recognizer = await loadRecognizer({ source: sourceOf(adaptableModel()) });
  const clip = speak({ seconds: 0.5 });
  recognizer.dispose();
  recognizer.dispose();
  const error = { name: 'RecognizerError', code: 'disposed' };
  await expect(recognizer.recognize(clip)).rejects.toMatchObject(error);
  await expect(recognizer.embed(clip)).rejects.toMatchObject(error);
  await expect(recognizer.calibrate([clip])).rejects.toMatchObject(error);
  expect(() => recognizer.windows(clip)).toThrow(expect.objectContaining(error));
});

it('`using` disposes of it', async () => {
  const recognizer = await loadRecognizer({ source: sourceOf(adaptableModel()) });
  recognizer[Symbol.dispose]();
  await expect(recognizer.embed(speak())).rejects.toMatchObject({ code: 'disposed' });
});
