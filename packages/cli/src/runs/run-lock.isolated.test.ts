import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireRunLock } from './run-lock.ts';

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
const lock = async (): Promise<void> => (await acquireRunLock(folder)).release();
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const inUse = expect.objectContaining({ code: 'run-in-use' });

/** Tries to lock the folder in the arguments, prints how that went, and ends when stdin does. */
const CONTENDER = `
  import { acquireRunLock } from ${JSON.stringify(new URL('./run-lock.ts', import.meta.url).href)};
  const end = new Promise((resolve) => process.stdin.resume().on('end', resolve));
  const lock = await acquireRunLock(process.argv[1]).catch(({ code }) => console.log(code));
  if (lock) console.log('inside');
  await end;
  await lock?.release();
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

describe('acquireRunLock', () => {
  it('leaves nothing behind', async () => {
    await lock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets go once, whoever has the folder by then', async () => {
    const first = await acquireRunLock(folder);
    await first.release();
    const second = await acquireRunLock(folder);
    await first.release();
    await expect(lock()).rejects.toEqual(inUse);
    await second.release();
  });

  it('lets one of several processes in', async () => {
    expect(await crowd()).toEqual(ONE_INSIDE);
  });

  it('lets this process in once', async () => {
    const held = await acquireRunLock(folder);
    await expect(lock()).rejects.toEqual(inUse);
    await held.release();
  });

  it('lets this process in once what kept it out is gone', async () => {
    put({ pid: process.ppid, host: hostname() });
    await expect(lock()).rejects.toEqual(inUse);
    rmSync(join(folder, 'run.lock'));
    await lock();
  });

  it('knows a folder by another path', async () => {
    mkdirSync(join(folder, 'run'));
    symlinkSync(folder, join(folder, 'link'));
    const held = await acquireRunLock(join(folder, 'run'));
    await expect(acquireRunLock(join(folder, 'link/run'))).rejects.toEqual(inUse);
    await held.release();
  });
});

describe('what leads elsewhere', () => {
  const refused = expect.objectContaining({ code: 'unwritable-path' });

  it.each(['', '/', '/.'])('is refused as the folder: link%s', async (end) => {
    mkdirSync(join(folder, 'run'));
    symlinkSync(join(folder, 'run'), join(folder, 'link'));
    await expect(acquireRunLock(`${folder}/link${end}`)).rejects.toEqual(refused);
    expect(readdirSync(join(folder, 'run'))).toEqual([]);
  });

  it.each(['resume.bin', 'fold1-seed0/weights.bin', 'fold1-seed0'])(
    'is refused in the folder: %s',
    async (name) => {
      mkdirSync(join(folder, 'fold1-seed0'));
      if (name === 'fold1-seed0') rmSync(join(folder, name), { recursive: true });
      symlinkSync(tmpdir(), join(folder, name));
      await expect(lock()).rejects.toThrow(
        `${join(folder, name)} must be a plain file or a folder`,
      );
      expect(readdirSync(folder)).not.toContain('run.lock');
    },
  );
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
    await lock();
  });

  it('is taken over by one of several processes', async () => {
    put({ pid: deadPid(), host: hostname() });
    expect(await crowd()).toEqual(ONE_INSIDE);
  });

  it('is taken over from an earlier process of our number', async () => {
    put({ pid: process.pid, host: hostname() });
    await lock();
  });

  it('is left to another process that took over a moment before', async () => {
    put({ pid: deadPid(), host: hostname() });
    const winner = { pid: process.ppid, host: hostname() };
    const { link } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.link)
      .mockImplementationOnce(link)
      .mockImplementationOnce(async (from, to) => {
        put(winner);
        await link(from, to);
      });
    await expect(lock()).rejects.toEqual(inUse);
    expect(JSON.parse(readFileSync(join(folder, 'run.lock'), 'utf8'))).toEqual(winner);
  });

  it('is taken over though a process was killed while it took over', async () => {
    const holder = { pid: deadPid(), host: hostname() };
    put(holder);
    writeFileSync(join(folder, 'run.lock.takeover'), JSON.stringify(holder));
    await lock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['a named pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a socket', (file: string) => once(createServer().listen(file).unref(), 'listening')],
    ['a symbolic link', (file: string) => symlinkSync('/dev/zero', file)],
    ['a symbolic link', (file: string) => symlinkSync(join(folder, 'nowhere'), file)],
  ])('is refused at once where it is %s', async (kind, make) => {
    const file = join(folder, 'run.lock');
    await make(file);
    await expect(lock()).rejects.toMatchObject({
      code: 'not-a-file',
      message: `${file} must be a plain file, got ${kind}`,
    });
  });

  it('is not read where it is large', async () => {
    writeFileSync(join(folder, 'run.lock'), '');
    truncateSync(join(folder, 'run.lock'), 2 ** 40);
    await expect(lock()).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it.each([0, -1, 1.5, 2 ** 31, 2 ** 40, '7', null])('names no process %j', async (pid) => {
    put({ pid, host: hostname() });
    await expect(lock()).rejects.toThrow('is in use by another process');
  });
});

describe('what killed processes were writing', () => {
  const HEX = '0123456789abcdef';
  const leave = (name: string, text = '{'): void => {
    mkdirSync(join(folder, 'fold1-seed0'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  it.each([
    `resume.bin.${HEX}.tmp`,
    `fold1-seed0/weights.bin.${HEX}.tmp`,
    `run.lock.${HEX}.tmp`,
    `metrics.json.${deadPid()}-3.tmp`,
    `plan.${deadPid()}.tmp`,
    `run.lock.${deadPid()}.0.tmp`,
  ])('is removed by who locks the folder: %s', async (name) => {
    leave(name);
    await lock();
    expect(readdirSync(folder, { recursive: true })).toEqual(['fold1-seed0']);
  });

  it.each([`metrics.json.${process.ppid}-3.tmp`, 'notes.tmp', 'model.json', 'a.0123.tmp'])(
    'is told from what is another’s: %s',
    async (name) => {
      leave(name);
      await lock();
      expect(readdirSync(folder)).toContain(name);
    },
  );

  it('is removed where it is the lock that a dead process was trying to get', async () => {
    leave(`run.lock.${HEX}.tmp`, JSON.stringify({ pid: deadPid(), host: hostname() }));
    await lock();
    expect(readdirSync(folder)).toEqual(['fold1-seed0']);
  });

  it('is told from the lock that a live process is trying to get', async () => {
    const name = `run.lock.${HEX}.tmp`;
    leave(name, JSON.stringify({ pid: process.ppid, host: hostname() }));
    await lock();
    expect(readdirSync(folder)).toContain(name);
  });
});

it('gets its lock though another process clears its file away', async () => {
  const { link } = await vi.importActual<typeof fs>('node:fs/promises');
  vi.mocked(fs.link).mockImplementationOnce(async (from, to) => {
    rmSync(String(from));
    await link(from, to);
  });
  await lock();
});
