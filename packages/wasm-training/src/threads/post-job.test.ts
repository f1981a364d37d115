import { expect, test } from 'vitest';
import { geometry } from '../testing/convolution-bench.ts';
import { makeSharedMemory } from './grow-memory.ts';
import type { Job } from './job.ts';
import { CELL_COUNT, cells } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';
import { postJob } from './post-job.ts';

const from = new WebAssembly.Memory({ initial: 1 });
new Uint8Array(from.buffer).set([1, 2, 3, 4, 5, 6, 7, 8, 9], 100);
const job: Job = {
  name: 'inputGradient',
  geometry,
  scratchBytes: 48,
  units: 13,
  inputs: [
    { address: 101, bytes: 3 },
    { address: 105, bytes: 2 },
  ],
  output: { address: 0, bytes: 4 },
  memory: from,
};
const layout: JobLayout = { a: 64, b: 80, output: 96, scratch: 112, scratchBytes: 48, end: 208 };

function posted() {
  const memory = makeSharedMemory();
  // What an earlier job has left: 9 everywhere.
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT)).fill(9);
  postJob(control, memory, job, layout, { count: 7, unitsPerChunk: 2 });
  return { memory: new Uint8Array(memory.buffer), control };
}

test('the cells say what to compute, and nothing is taken or done', () => {
  const { control } = posted();
  const { geometry: at, chunkState, ...others } = cells;
  const written = Object.entries(others).map(([name, cell]) => [name, control[cell]]);
  expect(Object.fromEntries(written)).toEqual({
    wake: 10,
    next: -7,
    done: 0,
    // Not touched.
    ready: 9,
    job: 10,
    function: 2,
    chunks: 7,
    unitsPerChunk: 2,
    units: 13,
    a: 64,
    b: 80,
    output: 96,
    scratch: 112,
    scratchBytes: 48,
  });
  expect([...control.subarray(at, at + 15)]).toEqual(geometry);
  expect(control.subarray(chunkState).every((state) => state === 0)).toBe(true);
});

test('the inputs lie where the layout has them', () => {
  const { memory } = posted();
  expect([...memory.subarray(64, 68)]).toEqual([2, 3, 4, 0]);
  expect([...memory.subarray(80, 83)]).toEqual([6, 7, 0]);
});
