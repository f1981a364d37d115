import { expect, test } from 'vitest';
import { splitJob } from './split-job.ts';

test.each([
  { units: 64, granularity: 1, threads: 2, chunks: { count: 8, unitsPerChunk: 8 } },
  { units: 13, granularity: 1, threads: 3, chunks: { count: 7, unitsPerChunk: 2 } },
  { units: 18, granularity: 4, threads: 3, chunks: { count: 5, unitsPerChunk: 4 } },
  { units: 3, granularity: 4, threads: 2, chunks: { count: 1, unitsPerChunk: 4 } },
])('$units units for $threads threads, $granularity at least', (job) => {
  expect(splitJob(job, job.threads)).toEqual(job.chunks);
});

test('there are no more chunks than cells for them', () => {
  expect(splitJob({ units: 1000, granularity: 1 }, 40).count).toBeLessThanOrEqual(64);
});
