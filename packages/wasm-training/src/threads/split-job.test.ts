import { expect, test } from 'vitest';
import { splitJob } from './split-job.ts';

test.each([
  { units: 64, granularity: 1, threads: 2, chunks: { count: 8, unitsPerChunk: 8 } },
  { units: 13, granularity: 1, threads: 3, chunks: { count: 7, unitsPerChunk: 2 } },
  { units: 18, granularity: 4, threads: 3, chunks: { count: 5, unitsPerChunk: 4 } },
  { units: 3, granularity: 4, threads: 2, chunks: { count: 1, unitsPerChunk: 4 } },
  { units: 1, granularity: 1, threads: 4, chunks: { count: 1, unitsPerChunk: 1 } },
  { units: 9, granularity: 4, threads: 2, chunks: { count: 3, unitsPerChunk: 4 } },
])('$units units for $threads threads, $granularity at least', (job) => {
  expect(splitJob(job, job.threads)).toEqual(job.chunks);
});

test.each([
  { threads: 15, count: 60 },
  { threads: 16, count: 64 },
  { threads: 17, count: 64 },
  { threads: 40, count: 64 },
])('$threads threads have $count chunks of a large job: there are cells for 64', (each) => {
  expect(splitJob({ units: 960, granularity: 1 }, each.threads)).toEqual({
    count: each.count,
    unitsPerChunk: 960 / each.count,
  });
});
