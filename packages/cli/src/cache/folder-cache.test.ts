import { chmodSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { testWith } from '@ser/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { FolderCache } from './folder-cache.ts';
import { entryPath } from './list-entries.ts';

const sandbox = sandboxPerTest();
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  stderr.mockClear();
});
const told = (): string => stderr.mock.calls.map(([text]) => text).join('');

const keyOf = (n: number): string => n.toString(16).padStart(2, '0').repeat(32);
const valuesOf = (n: number) => [{ name: 'original', values: Float32Array.of(n, n + 1) }];
const folder = (): string => join(sandbox.folder, 'new', 'cache');
const cacheOf = (limit = 2 ** 30, since?: number) =>
  new FolderCache(folder(), { limit, ...(since !== undefined && { since }) });
const at = (key: string): string => entryPath('new/cache', key);

/** Makes an entry look as if it was used so many days ago. */
function ageBy(key: string, days: number): void {
  const time = new Date(Date.now() - days * 86_400_000);
  utimesSync(join(sandbox.folder, at(key)), time, time);
}

describe('an entry', () => {
  it('is kept for other processes', async () => {
    await cacheOf().write(keyOf(1), valuesOf(1));
    expect(await cacheOf().read(keyOf(1))).toEqual(valuesOf(1));
    expect(await cacheOf().read(keyOf(2))).toBeUndefined();
  });

  it('is a file of its own, in a folder named after its first digits', async () => {
    await cacheOf().write(keyOf(0xab), valuesOf(1));
    expect(sandbox.list('new/cache')).toEqual(['CACHEDIR.TAG', 'ab']);
    expect(sandbox.list('new/cache/ab')).toEqual(['ab'.repeat(31)]);
    expect(sandbox.text('new/cache/CACHEDIR.TAG')).toMatch(
      /^Signature: 8a477f597d28d172789f06886806bc55\n/,
    );
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['damaged', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(1)])],
    ['cut', (bytes) => bytes.subarray(0, 60)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('hello')],
  ])('that is %s counts as none, and is replaced', async (_, change) => {
    const cache = cacheOf();
    await cache.write(keyOf(1), valuesOf(1));
    sandbox.put(at(keyOf(1)), change(sandbox.bytes(at(keyOf(1)))));
    expect(await cache.read(keyOf(1))).toBeUndefined();
    await cache.write(keyOf(1), valuesOf(1));
    expect(await cache.read(keyOf(1))).toEqual(valuesOf(1));
    expect(told()).toBe('');
  });

  it('that stands under another’s name counts as none', async () => {
    const cache = cacheOf();
    await cache.write(keyOf(1), valuesOf(1));
    sandbox.put(at(keyOf(2)), sandbox.bytes(at(keyOf(1))));
    expect(await cache.read(keyOf(2))).toBeUndefined();
  });

  it('of two writers at once is whole', async () => {
    const caches = [cacheOf(), cacheOf(), cacheOf()];
    await Promise.all(caches.map((cache) => cache.write(keyOf(1), valuesOf(1))));
    expect(await cacheOf().read(keyOf(1))).toEqual(valuesOf(1));
    expect(sandbox.list('new/cache/01')).toHaveLength(1);
  });
});

describe('a cache that is full', () => {
  const BLOCK = 4096;

  it('loses what was used longest ago, some more than is needed', async () => {
    const before = cacheOf();
    for (let n = 0; n < 10; n++) {
      await before.write(keyOf(n), valuesOf(n));
      ageBy(keyOf(n), 20 - n);
    }
    // Reading is using.
    await cacheOf().read(keyOf(0));
    const cache = cacheOf(10 * BLOCK);
    await cache.write(keyOf(99), valuesOf(99));
    const found = await Promise.all(
      [0, 1, 2, 3, 4, 9, 99].map((n) => cache.read(keyOf(n)).then(Boolean)),
    );
    // A tenth of ten blocks is left beside the new entry.
    expect(found).toEqual([true, false, false, true, true, true, true]);
    expect(told()).toBe('');
  });

  it('keeps what this run has used, and takes no more', async () => {
    const cache = cacheOf(3 * BLOCK);
    for (let n = 0; n < 6; n++) await cache.write(keyOf(n), valuesOf(n));
    const found = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => cache.read(keyOf(n))));
    expect(found.map(Boolean)).toEqual([true, true, true, false, false, false]);
    expect(told().match(/is full of what this run needs/g)).toHaveLength(1);
    expect(told()).toContain('SER_CACHE_SIZE');
  });

  it('is made smaller where the limit is', async () => {
    const before = cacheOf();
    for (let n = 0; n < 9; n++) {
      await before.write(keyOf(n), valuesOf(n));
      ageBy(keyOf(n), 1);
    }
    await cacheOf(4 * BLOCK).write(keyOf(50), valuesOf(50));
    const entries = sandbox.list('new/cache').filter((name) => name !== 'CACHEDIR.TAG');
    const files = entries.flatMap((name) => sandbox.list(`new/cache/${name}`));
    expect(files.length).toBeLessThanOrEqual(4);
  });

  it('loses nothing for an entry that is larger than all of it', async () => {
    const before = cacheOf();
    await before.write(keyOf(1), valuesOf(1));
    ageBy(keyOf(1), 1);
    const cache = cacheOf(BLOCK);
    await cache.write(keyOf(2), [{ name: 'original', values: new Float32Array(BLOCK) }]);
    expect(await cache.read(keyOf(1))).toEqual(valuesOf(1));
    expect(await cache.read(keyOf(2))).toBeUndefined();
    expect(told()).toBe('');
  });

  it('loses first what a wrong clock has written in a time to come', async () => {
    const before = cacheOf();
    for (const n of [1, 2, 3]) await before.write(keyOf(n), valuesOf(n));
    ageBy(keyOf(1), -365);
    ageBy(keyOf(2), 2);
    ageBy(keyOf(3), 1);
    const cache = cacheOf(4 * BLOCK);
    for (const n of [4, 5]) await cache.write(keyOf(n), valuesOf(n));
    const found = await Promise.all([1, 2, 3, 4, 5].map((n) => cache.read(keyOf(n)).then(Boolean)));
    // A tenth of the limit is left beside the new entry.
    expect(found).toEqual([false, false, true, true, true]);
  });

  it('loses what killed processes were writing, and what lives stays', async () => {
    const name = (digit: string): string => `${at(keyOf(1))}.${digit.repeat(16)}.tmp`;
    sandbox.put(name('0'), 'dead');
    sandbox.put(name('1'), 'alive');
    const time = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(join(sandbox.folder, name('0')), time, time);
    sandbox.put('new/cache/01/notes.txt', 'mine');
    utimesSync(join(sandbox.folder, 'new/cache/01/notes.txt'), time, time);
    await cacheOf().write(keyOf(2), valuesOf(2));
    expect(sandbox.list('new/cache/01')).toEqual([
      `${'01'.repeat(31)}.${'1'.repeat(16)}.tmp`,
      'notes.txt',
    ]);
  });
});

describe('a folder that is none', () => {
  it('is said once, and costs nothing else', async () => {
    sandbox.put('new', 'a file');
    const cache = cacheOf();
    for (let n = 0; n < 3; n++) {
      expect(await cache.read(keyOf(n))).toBeUndefined();
      await cache.write(keyOf(n), valuesOf(n));
    }
    expect(told().match(/cannot be written; going on without it: ENOTDIR|EEXIST/g)).toHaveLength(1);
  });

  it('is not waited for where an entry is a pipe, or a folder', async () => {
    mkdirSync(join(sandbox.folder, at(keyOf(1))), { recursive: true });
    expect(await cacheOf().read(keyOf(1))).toBeUndefined();
    mkdirSync(join(sandbox.folder, 'new/cache/02'));
    symlinkSync('/dev/zero', join(sandbox.folder, at(keyOf(2))));
    expect(await cacheOf().read(keyOf(2))).toBeUndefined();
  });

  describe('to be written into', () => {
    afterEach(() => chmodSync(folder(), 0o755));

    testWith({ have: process.getuid?.() !== 0, reason: 'root may write anywhere' })(
      'serves what it has',
      async () => {
        await cacheOf().write(keyOf(1), valuesOf(1));
        chmodSync(folder(), 0o555);
        const cache = cacheOf();
        expect(await cache.read(keyOf(1))).toEqual(valuesOf(1));
        await cache.write(keyOf(2), valuesOf(2));
        await cache.write(keyOf(3), valuesOf(3));
        expect(told().match(/cannot be written; going on without it: EACCES/g)).toHaveLength(1);
      },
    );
  });
});
