import { memoryStore } from '@ser/model';
import { afterEach, expect, it, vi } from 'vitest';
import { watchTraining } from './watch-training.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('gives the median of the steps’ times', async () => {
  const now = vi.spyOn(globalThis.performance, 'now');
  const { callback, millisecondsPerStep } = watchTraining(memoryStore(), 1);
  // Each time is read twice: when a step ends and when the next begins.
  for (const time of [0, 1, 1, 6, 6, 106, 106]) now.mockReturnValueOnce(time);
  const trainer = {} as Parameters<NonNullable<typeof callback.onEpochBegin>>[1];
  await callback.onEpochBegin?.(0, trainer);
  for (const batch of [0, 1, 2]) {
    await callback.onBatchEnd?.({ epoch: 0, batch, batches: 3, loss: 1 }, trainer);
  }
  // The steps took 1, 5 and 100 ms.
  expect(millisecondsPerStep()).toBe(5);
});

it('gives the longer of two', async () => {
  const now = vi.spyOn(globalThis.performance, 'now');
  const { callback, millisecondsPerStep } = watchTraining(memoryStore(), 2);
  // Between two epochs, nothing is timed.
  for (const time of [0, 4, 4, 1000, 1001, 1001]) now.mockReturnValueOnce(time);
  const trainer = {} as Parameters<NonNullable<typeof callback.onEpochBegin>>[1];
  for (const epoch of [0, 1]) {
    await callback.onEpochBegin?.(epoch, trainer);
    await callback.onBatchEnd?.({ epoch, batch: 0, batches: 1, loss: 1 }, trainer);
  }
  expect(millisecondsPerStep()).toBe(4);
});

it('knows whether an epoch has begun', async () => {
  const { callback, hasBegun } = watchTraining(memoryStore(), 1);
  expect(hasBegun()).toBe(false);
  await callback.onEpochBegin?.(0, {} as never);
  expect(hasBegun()).toBe(true);
});

it('gives 0 without steps', () => {
  expect(watchTraining(memoryStore(), 1).millisecondsPerStep()).toBe(0);
});
