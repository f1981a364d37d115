import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { folderStore } from './folder-store.ts';

/** The steps of a write in their order, and the one that fails. */
const disk = vi.hoisted(() => ({ steps: [] as string[], failing: '', code: '' }));

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    disk.steps.push(name);
    if (name.startsWith(disk.failing)) {
      throw Object.assign(new Error(`${name}: the disk is broken`), { code: disk.code });
    }
    return work();
  };
  const tidied = (path: unknown) => String(path).replace(/.*\/|\.[0-9a-f]{16}(?=\.tmp)/g, '');
  return {
    ...fs,
    mkdir: (...args: Parameters<typeof fs.mkdir>) => step('mkdir', () => fs.mkdir(...args)),
    open: (path: string, flags: string) =>
      step(`open ${tidied(path)} ${flags}`, async () => {
        const handle = await fs.open(path, flags);
        return {
          writeFile: (bytes: Uint8Array) => step('writeFile', () => handle.writeFile(bytes)),
          sync: () => step('sync', () => handle.sync()),
          close: () =>
            step('close', () => handle.close()).catch(async (error) => {
              await handle.close();
              throw error;
            }),
        };
      }),
    rename: (from: string, to: string) =>
      step(`rename ${tidied(from)} ${tidied(to)}`, () => fs.rename(from, to)),
    rm: (...[path, options]: Parameters<typeof fs.rm>) =>
      step(`rm ${tidied(path)}`, () => fs.rm(path, options)),
  };
});

/** All steps of a write. The last removes what a failure would leave. */
const STEPS = [
  'mkdir',
  'open a.tmp wx',
  'writeFile',
  'sync',
  'close',
  'rename a.tmp a',
  'rm a.tmp',
];

let folder: string;
beforeEach(async () => {
  Object.assign(disk, { failing: 'none', code: '' });
  folder = await mkdtemp(join(tmpdir(), 'ser-folder-store-'));
  await folderStore(folder).write('a', new TextEncoder().encode('old'));
  disk.steps.length = 0;
});
const write = () => folderStore(folder).write('a', new TextEncoder().encode('new, and longer'));
const text = () => readFile(join(folder, 'a'), 'utf8');

it('writes under another name, flushes, closes and then renames', async () => {
  await write();
  expect(disk.steps).toEqual(STEPS);
  expect(await text()).toBe('new, and longer');
});

describe.each(STEPS.slice(0, -1))('a write in which `%s` fails', (failing) => {
  it('says so, and leaves the old file alone in the folder', async () => {
    disk.failing = failing;
    await expect(write()).rejects.toThrow(`${failing}: the disk is broken`);
    disk.failing = 'none';
    expect(await text()).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });
});

it('closes the file when it could not be written', async () => {
  disk.failing = 'writeFile';
  await expect(write()).rejects.toThrow();
  expect(disk.steps).toEqual(['mkdir', 'open a.tmp wx', 'writeFile', 'close', 'rm a.tmp']);
});

describe.each(['read', 'remove'] as const)('%s', (verb) => {
  it.each(['EACCES', 'EIO', 'EPERM', 'ELOOP'])('says of %s that it failed', async (code) => {
    Object.assign(disk, { failing: verb === 'read' ? 'open a' : 'rm', code });
    await expect(folderStore(folder)[verb]('a')).rejects.toThrow('the disk is broken');
  });

  it.each(['ENOENT', 'ENOTDIR'])('takes %s for a file that is not there', async (code) => {
    Object.assign(disk, { failing: verb === 'read' ? 'open a' : 'rm', code });
    expect(await folderStore(folder)[verb]('a')).toBeUndefined();
  });
});
