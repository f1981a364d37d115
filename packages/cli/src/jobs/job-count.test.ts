import { describe, expect, it } from 'vitest';
import { jobCount, threadsOfJob } from './job-count.ts';

const MB = 2 ** 20;
const machine = { processors: 8, memory: 64 * 1024 * MB };
const small = { x: new Float32Array(1) };

describe('jobs', () => {
  it('are as many as processors', () => {
    expect(jobCount(small, { runs: 100, machine })).toBe(8);
  });

  it('are no more than runs, and one at least', () => {
    expect(jobCount(small, { runs: 5, machine })).toBe(5);
    expect(jobCount(small, { runs: 5, wanted: 9, machine })).toBe(5);
    expect(jobCount(small, { runs: 0, machine })).toBe(1);
  });

  it('are as many as three quarters of the memory hold', () => {
    // 400 MB each, and three times a table of 200 MB.
    const table = { x: new Float32Array(50 * MB) };
    const holding = (memory: number) =>
      jobCount(table, { runs: 9, machine: { ...machine, memory } });
    expect(holding((4 * 3000 * MB) / 3)).toBe(3);
    expect(holding((4 * 2999 * MB) / 3)).toBe(2);
    expect(holding(MB)).toBe(1);
  });

  it('are as many as asked for, whatever the machine has', () => {
    expect(jobCount(small, { runs: 100, wanted: 20, machine })).toBe(20);
    expect(jobCount(small, { runs: 100, wanted: 3, machine: { ...machine, memory: 1 } })).toBe(3);
  });

  it('are found for this machine', () => {
    expect(jobCount(small, { runs: 1000 })).toBeGreaterThanOrEqual(1);
  });
});

describe('threads of a job', () => {
  it.each([
    ['the processors', 2, undefined, 4],
    ['the processors, and at most four', 1, undefined, 4],
    ['the processors, and at least one', 16, undefined, 1],
    ['those asked for', 2, 6, 3],
    ['those asked for, and more than four', 2, 16, 8],
    ['those asked for, rounded down', 4, 7, 1],
    ['those asked for, and at least one', 4, 2, 1],
  ])('are its share of %s', (_, jobs, threads, expected) => {
    expect(threadsOfJob(jobs, threads, machine)).toBe(expected);
  });
});
