// Every step on the disk fails once, and the process dies once at it. The archive's name must never
// stand for anything but what it stood for before, or the whole archive.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answer, fakeFetch, rangeOf } from '../../../testing/fake-fetch.ts';
import { downloadArchives } from '../download.ts';

/** What the disk was asked for, in order, and the step from which on it gives nothing. */
const disk = {
  steps: [] as string[],
  open: 0,
  /** Bytes that it takes at a time. */
  most: Number.POSITIVE_INFINITY,
  fails: (_step: number): boolean => false,
};

type Call = (...values: unknown[]) => Promise<unknown>;

function step(name: string, call: Call): Call {
  return async (...values) => {
    disk.steps.push(name);
    if (name === 'close') disk.open--;
    if (disk.fails(disk.steps.length - 1)) {
      // A handle is closed by the system, whatever becomes of the process.
      if (name === 'close') await call(...values);
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    }
    return call(...values);
  };
}

function watched(handle: FileHandle): FileHandle {
  const writeSome: Call = (bytes, at, length, position) =>
    handle.write(
      bytes as Uint8Array,
      at as number,
      Math.min(length as number, disk.most),
      position as number,
    );
  return new Proxy(handle, {
    get(target, key) {
      if (key === 'write') return step('write', writeSome);
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? step(String(key), member.bind(target)) : member;
    },
  });
}

/** Watches what is done below a folder. */
function watchDisk(folder: string): void {
  const { open } = promises as unknown as Record<string, Call>;
  const openWatched: Call = async (...values) => {
    const handle = watched((await open(...values)) as FileHandle);
    disk.open++;
    return handle;
  };
  for (const name of ['open', 'mkdir', 'rename', 'rm', 'unlink', 'stat', 'lstat'] as const) {
    const call = promises[name] as Call;
    const watchedCall = step(name, name === 'open' ? openWatched : call);
    vi.spyOn(promises as unknown as Record<string, Call>, name).mockImplementation((...values) =>
      String(values[0]).startsWith(folder) ? watchedCall(...values) : call(...values),
    );
  }
  syncBuiltinESMExports();
}

const content = Uint8Array.from({ length: 300 }, (_, i) => (i * i + 1) & 255);
const archive = {
  name: 'a.zip',
  size: content.length,
  md5: createHash('md5').update(content).digest('hex'),
};

let root: string;
let to: string;
beforeEach(() => {
  for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']) {
    vi.stubEnv(name, undefined);
  }
  root = mkdtempSync(join(tmpdir(), 'ser-steps-'));
  to = join(root, 'below');
  reset();
  watchDisk(root);
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function reset(fails: typeof disk.fails = () => false): void {
  Object.assign(disk, { steps: [], open: 0, most: Number.POSITIVE_INFINITY, fails });
}

/** Two connections, of which the first ends early; no pause. */
function download(): Promise<unknown> {
  const early: Answer = (i, request) => (i === 0 ? rangeOf(content, request, 100) : undefined);
  vi.stubGlobal('fetch', fakeFetch(content, early).fetch);
  return downloadArchives([archive], { to }, async () => {}).catch((error: unknown) => error);
}

const onDisk = (name: string): Buffer | undefined =>
  existsSync(join(to, name)) ? readFileSync(join(to, name)) : undefined;

test('an archive is renamed when its bytes are on the disk and its handle is closed', async () => {
  await download();
  const write = disk.steps.lastIndexOf('write');
  const behind = disk.steps.slice(write + 1).filter((name) => !/stat$/.test(name));
  expect(behind).toEqual(['sync', 'close', 'rename']);
  expect(disk.open).toBe(0);
});

test('a disk that takes a few bytes at a time gets them all, each in its place', async () => {
  disk.most = 7;
  await download();
  expect(onDisk('a.zip')?.equals(content)).toBe(true);
  // 100 bytes, and then 200.
  expect(disk.steps.filter((name) => name === 'write')).toHaveLength(15 + 29);
});

const damaged = Buffer.from(content.toReversed());
test.each([
  ['no archive', undefined],
  ['a damaged archive', damaged],
])('%s stays as it was, or becomes the whole one, whichever step fails', async (_, old) => {
  await download();
  let steps = disk.steps.length;
  for (let at = 0; at < steps; at++) {
    for (const dies of [false, true]) {
      rmSync(to, { recursive: true, force: true });
      if (old) {
        mkdirSync(to);
        writeFileSync(join(to, 'a.zip'), old);
      }
      reset((step) => (dies ? step >= at : step === at));
      await download();
      steps = Math.max(steps, dies ? 0 : disk.steps.length);
      const label = `step ${at}, ${dies ? 'dies' : 'fails'}: ${disk.steps.slice(0, at + 1)}`;
      const now = onDisk('a.zip');
      const isOld = old === undefined ? now === undefined : now?.equals(old) === true;
      expect(isOld || now?.equals(content), label).toBe(true);
      expect(disk.open, label).toBe(0);

      // The next one ends well, whatever the first has left.
      reset();
      expect(await download(), label).toEqual([join(to, 'a.zip')]);
      expect(readdirSync(to), label).toEqual(['a.zip']);
      expect(onDisk('a.zip')?.equals(content), label).toBe(true);
    }
  }
  expect(steps).toBeGreaterThan(20);
});
