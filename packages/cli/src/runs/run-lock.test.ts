import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withRunLock } from './run-lock.ts';

vi.mock('node:fs/promises', { spy: true });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-lock-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const put = (holder: unknown): void =>
  writeFileSync(join(folder, 'run.lock'), JSON.stringify(holder));
const lock = (): Promise<number> => withRunLock(folder, async () => 7);
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const inUse = expect.objectContaining({ code: 'run-in-use' });

/** Tries to lock the folder in the arguments, prints how that went, and ends when stdin does. */
const CONTENDER = `
  import { withRunLock } from ${JSON.stringify(new URL('./run-lock.ts', import.meta.url).href)};
  const end = new Promise((resolve) => process.stdin.resume().on('end', resolve));
  await withRunLock(process.argv[1], () => {
    console.log('inside');
    return end;
  }).catch(({ code }) => console.log(code));
  await end;
`;

/** What each of four processes at once has printed; the one inside stays until all have. */
async function crowd(): Promise<string[]> {
  const start = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--conditions=@ser/source', '--input-type=module', '-e', CONTENDER, folder],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
  const children = Array.from({ length: 4 }, start);
  const printed = await Promise.all(
    children.map(async ({ stdout }) => String(stdout && (await once(stdout, 'data'))).trim()),
  );
  await Promise.all(
    children.map((child) => {
      child.stdin?.end();
      return once(child, 'close');
    }),
  );
  return printed.sort();
}
const ONE_INSIDE = ['inside', 'run-in-use', 'run-in-use', 'run-in-use'];

describe('withRunLock', () => {
  it('gives what the task gives', async () => {
    expect(await lock()).toBe(7);
  });

  it('leaves nothing behind', async () => {
    await lock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets go when the task fails', async () => {
    await expect(withRunLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lock()).toBe(7);
  });

  it('lets one of several processes in', async () => {
    expect(await crowd()).toEqual(ONE_INSIDE);
  });

  it('lets this process in once', async () => {
    await withRunLock(folder, () => expect(lock()).rejects.toEqual(inUse));
  });

  it('knows a folder by another path', async () => {
    const other = join(folder, 'link');
    symlinkSync(folder, other);
    await withRunLock(folder, async () => {
      await expect(withRunLock(other, async () => 7)).rejects.toEqual(inUse);
    });
  });
});

describe('a lock that is there', () => {
  it('names the process that holds it', async () => {
    put({ pid: process.ppid, host: hostname() });
    await expect(lock()).rejects.toThrow(`is in use by process ${process.ppid} on ${hostname()}`);
  });

  it('counts where it is of another machine, whatever runs here', async () => {
    const pid = deadPid();
    put({ pid, host: 'another-machine' });
    await expect(lock()).rejects.toThrow(
      `process ${pid} on another-machine; wait for its end, or, if it has ended, remove`,
    );
  });

  it('counts where its process is somebody else’s', async () => {
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    put({ pid: deadPid(), host: hostname() });
    await expect(lock()).rejects.toEqual(inUse);
  });

  it('counts where it is damaged', async () => {
    put('damaged');
    await expect(lock()).rejects.toEqual(inUse);
  });

  it('is taken over from a dead process', async () => {
    put({ pid: deadPid(), host: hostname() });
    expect(await lock()).toBe(7);
  });

  it('is taken over by one of several processes', async () => {
    put({ pid: deadPid(), host: hostname() });
    expect(await crowd()).toEqual(ONE_INSIDE);
  });

  it('is taken over from an earlier process of our number', async () => {
    put({ pid: process.pid, host: hostname() });
    expect(await lock()).toBe(7);
  });

  it('is handed back where another process took over a moment before', async () => {
    put({ pid: deadPid(), host: hostname() });
    const winner = { pid: process.ppid, host: hostname() };
    const { rename } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.rename).mockImplementationOnce(async (from, to) => {
      put(winner);
      await rename(from, to);
    });
    await expect(lock()).rejects.toEqual(inUse);
    expect(JSON.parse(readFileSync(join(folder, 'run.lock'), 'utf8'))).toEqual(winner);
  });

  it('is named where it cannot be read', async () => {
    mkdirSync(join(folder, 'run.lock'));
    await expect(lock()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(join(folder, 'run.lock')),
    });
  });

  it('ends the waiting where it is a link to nowhere', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'run.lock'));
    await expect(lock()).rejects.toEqual(inUse);
  });
});
