import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CorpusError } from '../../corpus-error.ts';
import { findFiles } from './find-files.ts';

const { readdir } = promises;

/** The system refuses to list a folder; root may list every one. */
function refuse(folder: string): void {
  vi.spyOn(promises, 'readdir').mockImplementation(((path: string) =>
    path === folder
      ? Promise.reject(Object.assign(new Error('EACCES: denied'), { code: 'EACCES' }))
      : readdir(path)) as typeof readdir);
  syncBuiltinESMExports();
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-wavs-'));
  mkdirSync(join(root, 'a/b'), { recursive: true });
  for (const name of ['1.wav', 'a/2.wav', 'a/b/3.WAV', 'a/4.txt', 'a/.5.wav']) {
    writeFileSync(join(root, name), 'x');
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(root, { recursive: true });
});

async function find(
  seen: Set<string> = new Set(),
): Promise<{ paths: string[]; told: CorpusError[] }> {
  const told: CorpusError[] = [];
  const found = await findFiles(root, ['.wav'], seen, (problem) => told.push(problem));
  for (const { file, path } of found) expect(file).toBe(join(root, path));
  return { paths: found.map(({ path }) => path).sort(), told };
}

test('each file is given with its path below the root', async () => {
  expect(await find()).toEqual({ paths: ['1.wav', 'a/2.wav', 'a/b/3.WAV'], told: [] });
});

test('a folder that cannot be listed is told, and the others are read', async () => {
  refuse(join(root, 'a/b'));
  const { paths, told } = await find();
  expect(paths).toEqual(['1.wav', 'a/2.wav']);
  expect(told).toMatchObject([
    {
      code: 'unreadable-directory',
      file: join(root, 'a/b'),
      message: expect.stringMatching(/^fromDirectory: .*b must be readable, got: EACCES.*\(give/),
    },
  ]);
});

test('a root that cannot be listed is thrown', async () => {
  refuse(root);
  await expect(find()).rejects.toMatchObject({ code: 'unreadable-directory', file: root });
});

test('a folder is listed once, over several calls too', async () => {
  const seen = new Set<string>();
  symlinkSync(join(root, 'a'), join(root, 'again'));
  expect((await find(seen)).paths.filter((path) => path.endsWith('2.wav'))).toHaveLength(1);
  expect((await find(seen)).paths).toEqual([]);
  expect(seen.size).toBe(3);
});

test('a broken link is told where it is named as a clip, and only there', async () => {
  symlinkSync(join(root, 'nowhere'), join(root, 'x.wav'));
  symlinkSync(join(root, 'nowhere'), join(root, 'x.txt'));
  const { told } = await find();
  expect(told).toMatchObject([{ code: 'unreadable-file', file: join(root, 'x.wav') }]);
});

test('what is there, and is no folder, is told apart from what is not there', async () => {
  const file = join(root, '1.wav');
  const none = join(root, 'none');
  const reject = () => {};
  await expect(findFiles(file, ['.wav'], new Set(), reject)).rejects.toMatchObject({
    code: 'not-a-directory',
    file,
    message: `fromDirectory: \`path\` must be a folder, got the file ${file}`,
  });
  await expect(findFiles(none, ['.wav'], new Set(), reject)).rejects.toMatchObject({
    code: 'no-such-path',
    file: none,
    message: `fromDirectory: \`path\` must be a folder, got ${none}, which is not there`,
  });
});

test('a folder that a link names again is listed once, whichever name comes first', async () => {
  symlinkSync(join(root, 'a/b'), join(root, 'a/z'));
  symlinkSync(join(root, 'a/b'), join(root, '0'));
  const { paths } = await find();
  expect(paths).toHaveLength(3);
});

test('the real folders are remembered for the next root', async () => {
  symlinkSync(join(root, 'a'), join(root, 'link'));
  const seen = new Set<string>();
  await find(seen);
  expect([...seen].map((folder) => folder.slice(realpathSync(root).length)).sort()).toEqual([
    '',
    '/a',
    '/a/b',
  ]);
});
