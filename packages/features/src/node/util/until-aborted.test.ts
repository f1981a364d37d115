import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { untilAborted } from './until-aborted.ts';

test.each([undefined, new AbortController().signal])('items come as they are', async (signal) => {
  const items: number[] = [];
  for await (const item of untilAborted([1, 2, 3], signal)) items.push(item);
  expect(items).toEqual([1, 2, 3]);
});

test('an abort does not wait for the item on its way', async () => {
  const controller = new AbortController();
  const stuck = async function* (): AsyncGenerator<number> {
    yield 1;
    await new Promise(() => {});
  };
  const items = untilAborted(stuck(), controller.signal);
  expect((await items.next()).value).toBe(1);
  const next = items.next();
  controller.abort(new Error('enough'));
  await expect(next).rejects.toThrow('enough');
});

test('leaving early lets the source tidy up, and an error of the source goes through', async () => {
  let tidied = false;
  const source = function* (): Generator<number> {
    try {
      yield 1;
      yield 2;
    } finally {
      tidied = true;
    }
  };
  for await (const _ of untilAborted(source(), undefined)) break;
  expect(tidied).toBe(true);
  const broken = async function* (): AsyncGenerator<number> {
    yield 1;
    throw new Error('broken');
  };
  const items = untilAborted(broken(), undefined);
  await items.next();
  await expect(items.next()).rejects.toThrow('broken');
});

test('an abort does not care how the source ends', async () => {
  const controller = new AbortController();
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise(() => {}),
      return: () => Promise.reject(new Error('left badly')),
    }),
  };
  const next = untilAborted(source, controller.signal).next();
  controller.abort(new Error('enough'));
  await expect(next).rejects.toThrow('enough');
  // An unhandled rejection would fail the run.
  await new Promise(setImmediate);
});

test('nobody listens to the signal any more', async () => {
  const { signal } = new AbortController();
  for await (const _ of untilAborted([1, 2], signal));
  for await (const _ of untilAborted([1, 2], signal)) break;
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a source is not asked before an abort that was there', async () => {
  let asked = false;
  const source = function* (): Generator<number> {
    asked = true;
    yield 1;
  };
  const items = untilAborted(source(), AbortSignal.abort(new Error('before')));
  await expect(items.next()).rejects.toThrow('before');
  expect(asked).toBe(false);
});
