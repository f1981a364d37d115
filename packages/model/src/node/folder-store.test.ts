import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itIsAFileStore } from '../testing/file-store-tests.ts';
import { folderStore } from './folder-store.ts';
import { isTemporaryFile, temporaryName } from './temporary-file.ts';

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

it('refuses an empty path', () => {
  expect(() => folderStore('')).toThrow("`path` must be a folder's");
});

it('reads nothing but files', async () => {
  const folder = await newFolder();
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
  await symlink('/dev/zero', join(folder, 'zeros'));
  for (const file of ['pipe', 'zeros']) {
    await expect(folderStore(folder).read(file)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: `${join(folder, file)}: it is no regular file`,
    });
  }
});

it('loads no file that is larger than its reader allows', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'a'), '');
  // Larger than any array; a hole, which takes no disk.
  await truncate(join(folder, 'a'), 2 ** 40);
  await expect(folderStore(folder).read('a', { maxBytes: 10 })).rejects.toMatchObject({
    code: 'too-large',
    message: `folderStore.read: ${join(folder, 'a')} must have at most 10 bytes`,
  });
});

it('writes temporary files that nobody can guess and that it knows again', () => {
  const [first, second] = [temporaryName('run/a.bin'), temporaryName('run/a.bin')];
  expect(first).toMatch(/^run\/a\.bin\.[0-9a-f]{16}\.tmp$/);
  expect(second).not.toBe(first);
  expect(isTemporaryFile(first)).toBe(true);
  for (const name of ['a.bin', 'a.tmp', '.0123456789abcdef.tmp', 'a.0123456789abcdef.tmp.bin']) {
    expect(isTemporaryFile(name)).toBe(false);
  }
});

describe('where a symbolic link leads elsewhere', () => {
  /** A folder with a link `to` to another folder, and a link `file` to a file in that one. */
  async function linked() {
    const [folder, elsewhere] = [await newFolder(), await newFolder()];
    await writeFile(join(elsewhere, 'a'), 'theirs');
    await symlink(elsewhere, join(folder, 'to'));
    await symlink(join(elsewhere, 'a'), join(folder, 'file'));
    return { folder, elsewhere, store: folderStore(folder) };
  }

  it.each(['file', 'to/a', 'to/new', 'to/deep/new'])('writes no %s', async (file) => {
    const { store, elsewhere, folder } = await linked();
    await expect(store.write(file, Uint8Array.of(1))).rejects.toMatchObject({
      code: 'unwritable-path',
      message: expect.stringContaining(join(folder, file.split('/')[0])),
    });
    expect(await readdir(elsewhere)).toEqual(['a']);
    expect(await readFile(join(elsewhere, 'a'), 'utf8')).toBe('theirs');
  });

  it('removes nothing there, and the link itself here', async () => {
    const { store, elsewhere, folder } = await linked();
    await expect(store.remove('to/a')).rejects.toMatchObject({ code: 'unwritable-path' });
    await store.remove('file');
    expect(await readdir(folder)).toEqual(['to']);
    expect(await readdir(elsewhere)).toEqual(['a']);
  });

  it('reads', async () => {
    const { store } = await linked();
    expect(await store.read('file')).toEqual(await store.read('to/a'));
  });

  it('writes below a folder that was named by a link', async () => {
    const { folder, elsewhere } = await linked();
    await folderStore(join(folder, 'to')).write('b', Uint8Array.of(1));
    expect(await readdir(elsewhere)).toEqual(['a', 'b']);
  });
});

it.each([
  ['https://example.org/model', 'for a web address use urlStore'],
  ['file:///tmp/model', "give fileURLToPath of 'node:url' of it"],
  ['model/model.json', 'got model/model.json; give model'],
])('says what to do with %s in place of a folder', (path, hint) => {
  expect(() => folderStore(path)).toThrow(hint);
});
