import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentPool, setThreads } from './current-pool.ts';
import { startWorkers } from './start-workers.ts';

vi.mock('./start-workers.ts', () => ({ startWorkers: vi.fn() }));
const start = vi.mocked(startWorkers);

beforeEach(() => {
  start.mockImplementation(() => ({ run: vi.fn(), stop: vi.fn() }));
});
afterEach(() => {
  setThreads(1);
  start.mockReset();
});

test('one thread needs no pool', () => {
  setThreads(1);
  expect(currentPool()).toBeUndefined();
  expect(start).not.toHaveBeenCalled();
});

test.each([2, 3, 4])('of %i threads all but the caller are workers', (threads) => {
  setThreads(threads);
  currentPool();
  expect(start.mock.calls.map(([count]) => count)).toEqual([threads - 1]);
});

test('no worker starts before a pool is asked for', () => {
  setThreads(2);
  expect(start).not.toHaveBeenCalled();
});

test('a pool stays until the threads are set', () => {
  setThreads(2);
  const first = currentPool();
  expect(currentPool()).toBe(first);
  expect(first?.stop).not.toHaveBeenCalled();
});

test('a pool stops when the threads are set, and a new one takes its place', () => {
  setThreads(2);
  const first = currentPool();
  setThreads(2);
  expect(first?.stop).toHaveBeenCalledOnce();
  expect(currentPool()).not.toBe(first);
});

test('a pool that fails stops, and one thread goes on', () => {
  setThreads(3);
  const pool = currentPool();
  const [[, onFailure]] = start.mock.calls;
  onFailure();
  expect(pool?.stop).toHaveBeenCalledOnce();
  expect(currentPool()).toBeUndefined();
});

test('a pool that has stopped before it fails leaves the next one alone', () => {
  setThreads(3);
  currentPool();
  setThreads(3);
  const next = currentPool();
  const [[, onFailure]] = start.mock.calls;
  onFailure();
  expect(currentPool()).toBe(next);
});

test('where workers cannot start, one thread goes on and no other is tried', () => {
  start.mockImplementation(() => {
    throw new Error('no room');
  });
  setThreads(2);
  expect(currentPool()).toBeUndefined();
  expect(currentPool()).toBeUndefined();
  expect(start).toHaveBeenCalledOnce();
});
