import { expect, test } from 'vitest';
import type { Job } from './job.ts';
import { layOutJob } from './lay-out-job.ts';

const job = {
  inputs: [
    { address: 0, bytes: 20 },
    { address: 0, bytes: 16 },
  ],
  output: { address: 0, bytes: 4 },
  scratchBytes: 33,
} as Job;

test('regions follow each other, each of whole vectors', () => {
  const layout = layOutJob(job, 3);
  const { a, b, output, scratch, scratchBytes, end } = layout;
  expect([b - a, output - b, scratch - output, scratchBytes, end - scratch]).toEqual([
    32, 16, 16, 48, 144,
  ]);
});

test('no region is at address 0', () => {
  expect(layOutJob(job, 1).a).toBeGreaterThan(0);
});

test('regions may lie beyond 2 GB', () => {
  const { b, scratch, end } = layOutJob(
    {
      ...job,
      inputs: [{ address: 0, bytes: 2 ** 31 + 1 }, job.inputs[1]],
      scratchBytes: 2 ** 32 + 1,
    },
    2,
  );
  expect(b - layOutJob(job, 1).a).toBe(2 ** 31 + 16);
  expect(end - scratch).toBe(2 * (2 ** 32 + 16));
});
