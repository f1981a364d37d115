import { expect, test } from 'vitest';
import { dealChunks } from './deal-chunks.ts';
import { makeSharedMemory } from './grow-memory.ts';
import type { Job } from './job.ts';
import { CELL_COUNT, cells } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';

test('a chunk is dealt when what it reads is there, and nothing of the next one', () => {
  const source = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(source.buffer).set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 100);
  const job = {
    units: 5,
    inputs: [
      { address: 100, bytes: 7 },
      { address: 107, bytes: 3 },
    ],
    // A halo of two bytes, and an operand that all need.
    bytesFor: (units) => [units + 2, 3],
    memory: source,
  } as Job;
  const memory = makeSharedMemory();
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  control[cells.dealt] = 41;
  const deal = dealChunks(control, memory, job, { a: 64, b: 80 } as JobLayout, {
    count: 3,
    unitsPerChunk: 2,
  });
  const bytes = new Uint8Array(memory.buffer);
  const after = [0, 1, 2].map(() => {
    deal();
    const state = [control[cells.dealt], [...bytes.subarray(64, 72)], [...bytes.subarray(80, 84)]];
    // What has been copied is not copied again.
    bytes.fill(0);
    return state;
  });
  expect(after).toEqual([
    [42, [1, 2, 3, 4, 0, 0, 0, 0], [8, 9, 10, 0]],
    [43, [0, 0, 0, 0, 5, 6, 0, 0], [0, 0, 0, 0]],
    [44, [0, 0, 0, 0, 0, 0, 7, 0], [0, 0, 0, 0]],
  ]);
});
