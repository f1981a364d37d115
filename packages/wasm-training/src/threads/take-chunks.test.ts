import { expect, test } from 'vitest';
import type { Job } from './job.ts';
import { CELL_COUNT, cells } from './job-cells.ts';
import { takeChunks } from './take-chunks.ts';

test('chunks that no other thread has taken are computed, and the last one ends with the units', () => {
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  // Of four chunks another thread has taken the first.
  control[cells.next] = -3;
  control[cells.done] = 1;
  const calls: unknown[] = [];
  const chunks = { count: 4, unitsPerChunk: 4 };
  const own = takeChunks(control, { units: 14 } as Job, chunks, (...call) => {
    calls.push([...call, control[cells.done]]);
  });
  expect(calls).toEqual([
    [4, 8, true, 1],
    [8, 12, false, 2],
    [12, 14, false, 3],
  ]);
  expect([...own]).toEqual([1, 2, 3]);
  expect(control[cells.done]).toBe(4);
});

test('of a job that is over nothing is taken', () => {
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  const chunks = { count: 4, unitsPerChunk: 4 };
  const compute = (): never => {
    throw new Error('there is nothing to take');
  };
  expect(takeChunks(control, { units: 14 } as Job, chunks, compute).size).toBe(0);
  expect(control[cells.done]).toBe(0);
});
