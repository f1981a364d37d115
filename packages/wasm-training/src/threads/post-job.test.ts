import { expect, test } from 'vitest';
import { geometry } from '../testing/convolution-bench.ts';
import type { Job } from './job.ts';
import { CELL_COUNT, cells } from './job-cells.ts';
import type { JobLayout } from './lay-out-job.ts';
import { postJob } from './post-job.ts';

const job: Job = {
  name: 'inputGradient',
  geometry,
  scratchBytes: 48,
  units: 13,
  inputs: [
    { address: 101, bytes: 3 },
    { address: 105, bytes: 2 },
  ],
  bytesFor: () => [3, 2],
  output: { address: 0, bytes: 4 },
  memory: new WebAssembly.Memory({ initial: 1 }),
};
const layout: JobLayout = { a: 64, b: 80, output: 96, scratch: 112, scratchBytes: 48, end: 208 };

test('the cells say what to compute, and nothing is dealt or done', () => {
  // What an earlier job has left: 9 everywhere.
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT)).fill(9);
  postJob(control, job, layout, { count: 7, unitsPerChunk: 2 });
  const { geometry: at, chunkState, ...others } = cells;
  const written = Object.entries(others).map(([name, cell]) => [name, control[cell]]);
  expect(Object.fromEntries(written)).toEqual({
    done: 0,
    // Not touched.
    dealt: 9,
    taken: 9,
    ready: 9,
    job: 10,
    function: 2,
    firstChunk: 9,
    unitsPerChunk: 2,
    units: 13,
    a: 64,
    b: 80,
    output: 96,
    scratch: 112,
    scratchBytes: 48,
    notFinite: 0,
  });
  expect([...control.subarray(at, at + 15)]).toEqual(geometry);
  expect(control.subarray(chunkState).every((state) => state === 0)).toBe(true);
});
