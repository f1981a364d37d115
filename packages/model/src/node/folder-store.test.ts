import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { itIsAFileStore } from '../testing/file-store-tests.ts';
import { folderStore } from './folder-store.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'ser-folder-store-'));

itIsAFileStore(async () => folderStore(join(await newFolder(), 'not', 'there')));

it('makes folders when it writes, and leaves no temporary file', async () => {
  const folder = await newFolder();
  await folderStore(join(folder, 'run')).write('fold1/a.bin', Uint8Array.of(1));
  expect(await readdir(folder, { recursive: true })).toEqual([
    'run',
    join('run', 'fold1'),
    join('run', 'fold1', 'a.bin'),
  ]);
});

it('makes no folder when it reads', async () => {
  const folder = await newFolder();
  await folderStore(join(folder, 'run')).read('a.bin');
  expect(await readdir(folder)).toEqual([]);
});

it('writes plain files', async () => {
  const folder = await newFolder();
  await folderStore(folder).write('a.txt', new TextEncoder().encode('abc'));
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('abc');
});

it('says so when what is there cannot be read', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, 'a.bin'));
  await expect(folderStore(folder).read('a.bin')).rejects.toMatchObject({
    name: 'ModelError',
    code: 'unreadable-file',
    message: expect.stringContaining(join(folder, 'a.bin')),
  });
});

it('keeps one whole file of several that are written at the same time', async () => {
  const store = folderStore(await newFolder());
  const files = Array.from({ length: 8 }, (_, i) => new Uint8Array(100_000 * (i + 1)).fill(i));
  await Promise.all(files.map((bytes) => store.write('a', bytes)));
  expect(files).toContainEqual(await store.read('a'));
});

it('leaves the old file and no other when it cannot write', async () => {
  const folder = await newFolder();
  const store = folderStore(folder);
  await store.write('a', Uint8Array.of(1));
  await expect(store.write('a/b', Uint8Array.of(2))).rejects.toThrow();
  expect(await readdir(folder, { recursive: true })).toEqual(['a']);
});
