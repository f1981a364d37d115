import { expect, test } from 'vitest';
import { collectOutput } from './collect-output.ts';
import { makeSharedMemory } from './grow-memory.ts';
import type { Job } from './job.ts';
import { CELL_COUNT, cells, DONE_BY_WORKER } from './job-cells.ts';

test('what workers have finished is copied once, and nothing else', () => {
  const shared = makeSharedMemory();
  const memory = new WebAssembly.Memory({ initial: 1 });
  // Five units of four bytes, in chunks of two units.
  const job = { units: 5, output: { address: 300, bytes: 20 }, memory } as Job;
  new Uint8Array(shared.buffer).set(
    Array.from({ length: 20 }, (_, i) => i + 1),
    200,
  );
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  control[cells.chunkState + 0] = DONE_BY_WORKER;
  control[cells.chunkState + 2] = DONE_BY_WORKER;
  const collected = new Set<number>();
  const collect = (): void =>
    collectOutput(control, shared, 200, job, { count: 3, unitsPerChunk: 2 }, collected);
  collect();
  expect([...collected]).toEqual([0, 2]);
  const target = new Uint8Array(memory.buffer);
  expect([...target.subarray(300, 320)]).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 17, 18, 19, 20,
  ]);
  expect(target.filter((byte) => byte !== 0)).toHaveLength(12);

  control[cells.chunkState + 1] = DONE_BY_WORKER;
  target.fill(0);
  collect();
  expect([...collected]).toEqual([0, 2, 1]);
  expect([...target.subarray(300, 320)]).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 11, 12, 13, 14, 15, 16, 0, 0, 0, 0,
  ]);
});
