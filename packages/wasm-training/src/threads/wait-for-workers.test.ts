import { afterEach, expect, test, vi } from 'vitest';
import { CELL_COUNT, cells } from './job-cells.ts';
import { TIMEOUT, waitForWorkers } from './wait-for-workers.ts';

afterEach(() => vi.restoreAllMocks());

function after(done: number): Int32Array {
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  control[cells.done] = done;
  return control;
}

test('what is finished is not waited for, however little time there is', () => {
  expect(waitForWorkers(after(4), 4, 0, () => {})).toBe(true);
});

test.each([0, 3])('with %i chunks of four the wait ends with the time', (done) => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const sleep = vi.spyOn(Atomics, 'wait').mockImplementation(() => {
    now += 400;
    return 'timed-out';
  });
  expect(waitForWorkers(after(done), 4, 1000, () => {})).toBe(false);
  // At 1,200 the time is over.
  expect(sleep).toHaveBeenCalledTimes(3);
  expect(sleep).toHaveBeenCalledWith(expect.any(Int32Array), cells.done, done, 1000);
});

test('what is finished in time ends the wait, and is collected as it comes', () => {
  const control = after(2);
  const sleeps = ['timed-out', 'ok', 'timed-out', 'ok'] as const;
  const sleep = vi.spyOn(Atomics, 'wait');
  for (const answer of sleeps) {
    sleep.mockImplementationOnce(() => {
      if (answer === 'ok') Atomics.add(control, cells.done, 1);
      return answer;
    });
  }
  const collected: number[] = [];
  const collect = (): void => void collected.push(control[cells.done]);
  expect(waitForWorkers(control, 4, 1e9, collect)).toBe(true);
  expect(collected).toEqual([2, 3, 4]);
  expect(sleep).toHaveBeenCalledTimes(4);
});

test('a worker has half a minute for a chunk, since busy machines are slow', () => {
  expect(TIMEOUT).toBe(30_000);
});
