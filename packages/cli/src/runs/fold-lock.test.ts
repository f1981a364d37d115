import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { acquireFoldLock } from './fold-lock.ts';

const sandbox = sandboxPerTest();
const { list, put } = sandbox;
const acquire = (isGuarded = false, signal?: AbortSignal) =>
  acquireFoldLock(sandbox.folder, 'fold1-seed0', {
    isGuarded,
    patience: 100,
    ...(signal && { signal }),
  });
const OTHER = { pid: 7, host: 'another-machine' };
const lock = (file: string, holder: object) => put(file, JSON.stringify(holder));
const inUse = (place: string) =>
  expect.objectContaining({
    code: 'run-in-use',
    message: expect.stringContaining(`${place} is in use by process 7 on another-machine`),
  });
afterEach(() => {
  vi.unstubAllEnvs();
});

it('makes the folder, and leaves no lock', async () => {
  const own = await acquire();
  expect(list('fold1-seed0')).toEqual(['run.lock']);
  await own.release();
  expect(list('fold1-seed0')).toEqual([]);
});

it('is one for each run', async () => {
  const first = await acquire();
  const second = await acquireFoldLock(sandbox.folder, 'fold2-seed0', { isGuarded: false });
  await Promise.all([first.release(), second.release()]);
});

it('is not got while another machine has the run', async () => {
  lock('fold1-seed0/run.lock', OTHER);
  await expect(acquire()).rejects.toThrow(inUse(join(sandbox.folder, 'fold1-seed0')));
});

it('is got from a process that ends meanwhile', async () => {
  const first = await acquire();
  const second = acquire();
  await first.release();
  await (await second).release();
});

it('is taken over from a dead process', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  lock('fold1-seed0/run.lock', { pid, host: hostname() });
  put('fold1-seed0/weights.bin.0123456789abcdef.tmp', 'half');
  await (await acquire()).release();
  expect(list('fold1-seed0')).toEqual([]);
});

it('is not got while somebody has the whole cross-validation', async () => {
  lock('run.lock', OTHER);
  await expect(acquire()).rejects.toThrow(inUse(sandbox.folder));
  expect(list('fold1-seed0')).toEqual([]);
});

it('is got while that is the one who has started this process', async () => {
  lock('run.lock', OTHER);
  await (await acquire(true)).release();
});

it('is waited for no longer than the signal says', async () => {
  lock('fold1-seed0/run.lock', OTHER);
  const reason = new Error('interrupted');
  await expect(acquire(false, AbortSignal.abort(reason))).rejects.toBe(reason);
});

it('is taken over from an earlier try of the same Slurm task, on any machine', async () => {
  const slurm = (restarts: string) => {
    vi.stubEnv('SLURM_JOB_ID', '99');
    vi.stubEnv('SLURM_ARRAY_JOB_ID', '12');
    vi.stubEnv('SLURM_ARRAY_TASK_ID', '3');
    vi.stubEnv('SLURM_PROCID', '0');
    vi.stubEnv('SLURM_RESTART_COUNT', restarts);
  };
  const held = { ...OTHER, task: '12_3.0', restarts: 1 };
  lock('fold1-seed0/run.lock', held);
  // Another process of the same try, and one of another task.
  slurm('1');
  await expect(acquire()).rejects.toMatchObject({ code: 'run-in-use' });
  slurm('2');
  vi.stubEnv('SLURM_ARRAY_TASK_ID', '4');
  await expect(acquire()).rejects.toMatchObject({ code: 'run-in-use' });
  slurm('2');
  const own = await acquire();
  expect(JSON.parse(sandbox.text('fold1-seed0/run.lock'))).toEqual({
    ...{ pid: process.pid, host: hostname() },
    ...{ task: '12_3.0', restarts: 2 },
  });
  await own.release();
});
