import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { orAborted } from './or-aborted.ts';

test.each([undefined, new AbortController().signal])('a value comes as it is', async (signal) => {
  expect(await orAborted(Promise.resolve(7), signal)).toBe(7);
});

test('an error comes as it is', async () => {
  const { signal } = new AbortController();
  await expect(orAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
});

test('an abort does not wait for what never comes', async () => {
  const controller = new AbortController();
  const value = orAborted(new Promise(() => {}), controller.signal);
  controller.abort(new Error('enough'));
  await expect(value).rejects.toThrow('enough');
});

test('an abort before is thrown at once', async () => {
  const signal = AbortSignal.abort(new Error('before'));
  await expect(orAborted(new Promise(() => {}), signal)).rejects.toThrow('before');
});

test('nobody listens to the signal any more', async () => {
  const { signal } = new AbortController();
  await orAborted(Promise.resolve(7), signal);
  await expect(orAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
