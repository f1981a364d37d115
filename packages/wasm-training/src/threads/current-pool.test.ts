import { afterEach, expect, test } from 'vitest';
import { currentPool, setThreads } from './current-pool.ts';

afterEach(() => setThreads(1));

test('one thread needs no pool', () => {
  expect(currentPool()).toBeUndefined();
});

test('a pool stays until the threads are set', () => {
  setThreads(2);
  const first = currentPool();
  expect(currentPool()).toBe(first);
});

test('a pool that has stopped is replaced by a new one', () => {
  setThreads(2);
  const first = currentPool();
  setThreads(2);
  expect(currentPool()).not.toBe(first);
});
