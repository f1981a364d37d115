import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { testWith } from '@ser/testing';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { filesBelow } from './files-below.ts';

const sandbox = sandboxPerTest();
const path = (name: string): string => `${sandbox.folder}/${name}`;

async function below(name: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of filesBelow(path(name))) files.push(file);
  return files.map((file) => file.slice(sandbox.folder.length + 1));
}

it('gives files at any depth, sorted by name within each folder', async () => {
  for (const name of ['b', 'a/z', 'a/c/d', 'c', 'B']) sandbox.put(`x/${name}`, '');
  expect(await below('x')).toEqual(['x/B', 'x/a/c/d', 'x/a/z', 'x/b', 'x/c']);
});

it('skips what systems hide', async () => {
  for (const name of ['.a', '.b/c', '__MACOSX/d', 'e']) sandbox.put(`x/${name}`, '');
  expect(await below('x')).toEqual(['x/e']);
});

it('goes through links, into each folder once', async () => {
  sandbox.put('y/a', '');
  mkdirSync(path('x'));
  symlinkSync('../y', path('x/first'));
  symlinkSync('../y', path('x/second'));
  symlinkSync('..', path('x/up'));
  symlinkSync('gone', path('x/broken'));
  expect(await below('x')).toEqual(['x/broken', 'x/first/a']);
});

it('says where the folder itself cannot be listed', async () => {
  await expect(below('nowhere')).rejects.toThrow('ENOENT');
});

testWith({ have: process.getuid?.() !== 0, reason: 'root may list every folder' })(
  'passes over a folder below that cannot be listed',
  async () => {
    sandbox.put('x/a/b', '');
    sandbox.put('x/c', '');
    chmodSync(path('x/a'), 0);
    expect(await below('x')).toEqual(['x/c']);
    chmodSync(path('x/a'), 0o700);
  },
);
