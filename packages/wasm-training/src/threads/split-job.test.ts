import { expect, test } from 'vitest';
import { splitJob } from './split-job.ts';

test.each([
  { units: 64, threads: 2, chunks: { count: 16, unitsPerChunk: 4 } },
  { units: 45, threads: 3, chunks: { count: 23, unitsPerChunk: 2 } },
  { units: 4, threads: 2, chunks: { count: 4, unitsPerChunk: 1 } },
  { units: 1, threads: 4, chunks: { count: 1, unitsPerChunk: 1 } },
])('$units units for $threads threads', (job) => {
  expect(splitJob(job, job.threads)).toEqual(job.chunks);
});

test.each([
  { threads: 7, count: 56 },
  { threads: 8, count: 64 },
  { threads: 9, count: 64 },
  { threads: 40, count: 64 },
])('$threads threads have $count chunks of a large job: there are cells for 64', (each) => {
  expect(splitJob({ units: 448 }, each.threads)).toEqual({
    count: each.count,
    unitsPerChunk: 448 / each.count,
  });
});
