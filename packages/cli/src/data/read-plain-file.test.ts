import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { readPlainFile } from './read-plain-file.ts';

const sandbox = sharedSandbox();
const path = (name: string): string => (name.startsWith('/') ? name : `${sandbox.folder}/${name}`);
beforeAll(() => {
  sandbox.put('a', 'abc');
  symlinkSync(path('a'), path('link'));
  symlinkSync('loop', path('loop'));
  execFileSync('mkfifo', [path('pipe')]);
  for (const [name, bytes] of [
    ['2g', 2 ** 31],
    ['5g', 5 * 2 ** 30],
  ] as const) {
    sandbox.put(name, '');
    truncateSync(path(name), bytes);
  }
});

it('gives the bytes of a file', async () => {
  expect(String(await readPlainFile(path('a')))).toBe('abc');
});

it('gives as many bytes as it may, and no more', async () => {
  expect(String(await readPlainFile(path('a'), { most: 3 }))).toBe('abc');
  await expect(readPlainFile(path('a'), { most: 2 })).rejects.toMatchObject({
    code: 'unreadable-file',
    message: `${path('a')} must have at most 2 bytes, got 3`,
  });
});

it('follows a link, unless it must not', async () => {
  expect(String(await readPlainFile(path('link')))).toBe('abc');
  const ended = readPlainFile(path('link'), { followLinks: false });
  await expect(ended).rejects.toThrow('must be a plain file, got a symbolic link');
});

it.each([
  ['pipe', 'got a named pipe'],
  ['/dev/zero', 'got a device'],
  ['.', 'got a folder'],
  ['2g', 'must have at most 1073741824 bytes, got 2147483648'],
  ['5g', 'must have at most 1073741824 bytes, got 5368709120'],
  ['gone', 'ENOENT'],
  ['loop', 'ELOOP'],
])('opens nothing else: %s', async (name, why) => {
  await expect(readPlainFile(path(name))).rejects.toThrow(why);
});
