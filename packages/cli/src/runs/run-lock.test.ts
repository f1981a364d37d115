import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withRunLock } from './run-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (holder: unknown): void =>
  writeFileSync(join(folder, 'run.lock'), JSON.stringify(holder));
const inUse = expect.objectContaining({ code: 'run-in-use' });

/** Of twenty at once, how many got in; the one inside stays until all others have been told off. */
async function crowd(): Promise<{ inside: number; refused: unknown[] }> {
  const refused: unknown[] = [];
  let inside = 0;
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const attempts = Array.from({ length: 20 }, () =>
    withRunLock(folder, () => {
      inside++;
      return gate;
    }).catch((error: unknown) => {
      refused.push(error);
      if (refused.length === 19) open();
    }),
  );
  await Promise.all(attempts);
  return { inside, refused };
}

describe('withRunLock', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    expect(await crowd()).toEqual({ inside: 1, refused: new Array(19).fill(inUse) });
    expect(readdirSync(folder)).toEqual([]);
    await expect(withRunLock(folder, async () => 7)).resolves.toBe(7);
  });

  it('lets go when the task fails', async () => {
    await expect(withRunLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the process that holds it, or that may hold it elsewhere', async () => {
    put({ pid: process.ppid, host: hostname() });
    await expect(withRunLock(folder, async () => 7)).rejects.toThrow(
      `is in use by process ${process.ppid} on ${hostname()}`,
    );
    put({ pid: 1, host: 'another-machine' });
    await expect(withRunLock(folder, async () => 7)).rejects.toThrow(
      'process 1 on another-machine; wait for its end, or, if it has ended, remove',
    );
    put('damaged');
    await expect(withRunLock(folder, async () => 7)).rejects.toEqual(inUse);
  });

  it('takes over from a process that is dead, and of many only one does', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    put({ pid, host: hostname() });
    expect(await crowd()).toEqual({ inside: 1, refused: new Array(19).fill(inUse) });
    expect(readdirSync(folder)).toEqual([]);
  });
});
