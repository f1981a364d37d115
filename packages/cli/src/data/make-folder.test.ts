import { existsSync } from 'node:fs';
import { testWith } from '@ser/testing';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { makeFolder } from './make-folder.ts';

const sandbox = sandboxPerTest();
const path = (name: string): string => `${sandbox.folder}/${name}`;

it('makes a folder and those above it, and names the outermost', async () => {
  expect(await makeFolder(path('a/b/c'))).toBe(path('a'));
  expect(await makeFolder(path('a/b/d'))).toBe(path('a/b/d'));
  expect(await makeFolder(path('a/b'))).toBeUndefined();
  expect(sandbox.list('a/b')).toEqual(['c', 'd']);
});

it('makes one of many at the same time', async () => {
  await Promise.all(Array.from({ length: 10 }, () => makeFolder(path('a/b/c'))));
  expect(sandbox.list('a/b')).toEqual(['c']);
});

it('says where a file is in the way', async () => {
  sandbox.put('file', '');
  await expect(makeFolder(path('file/a'))).rejects.toThrow('ENOTDIR');
});

testWith({ have: existsSync('/proc'), reason: 'this system has no /proc' })(
  'ends where no folder can be made',
  async () => {
    await expect(makeFolder('/proc/mine/a')).rejects.toThrow('ENOENT');
  },
);
