import { expect, it, vi } from 'vitest';
import { abortable } from './abortable.ts';

const never = new Promise<never>(() => {});

it('gives what the promise gives, with a signal and without', async () => {
  const { signal } = new AbortController();
  expect(await abortable(Promise.resolve(3), signal)).toBe(3);
  expect(await abortable(Promise.resolve(3), undefined)).toBe(3);
  await expect(abortable(Promise.reject(new Error('a')), signal)).rejects.toThrow('a');
});

it('throws the reason of a signal that is aborted now or was before', async () => {
  const reason = { why: 'any value' };
  const controller = new AbortController();
  const waiting = abortable(never, controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(abortable(never, controller.signal)).rejects.toBe(reason);
});

it('leaves no listener', async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await abortable(Promise.resolve(), signal);
  await abortable(Promise.reject(new Error()), signal).catch(() => {});
  expect(removed.mock.calls).toEqual(added.mock.calls);
  expect(added).toHaveBeenCalledTimes(2);
});
