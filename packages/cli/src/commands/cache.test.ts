import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderCache } from '../cache/folder-cache.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';

const sandbox = sandboxPerTest();
const { json, ser } = sandbox;
const folder = (): string => `${sandbox.folder}-cache`;

async function fill(count: number): Promise<void> {
  const cache = new FolderCache(folder(), { limit: 2 ** 30 });
  for (let n = 0; n < count; n++) {
    const key = n.toString(16).padStart(2, '0').repeat(32);
    await cache.write(key, [{ name: 'original', values: new Float32Array(1100) }]);
  }
}

it('shows a cache that is not there yet', async () => {
  expect(await json('cache')).toEqual({
    folder: folder(),
    entries: 0,
    bytes: 0,
    oldest: null,
    limit: 4_294_967_296,
  });
});

it('shows what there is', async () => {
  await fill(3);
  const { oldest, ...shown } = await json<{ oldest: string }>('cache');
  expect(shown).toMatchObject({ entries: 3, bytes: 3 * 8192 });
  expect(Math.abs(Date.now() - Date.parse(oldest))).toBeLessThan(3_600_000);
  const { stdout, code } = await ser('cache');
  expect(stdout).toBe(
    `folder: ${folder()}\nentries: 3\nsize: 24 KiB of 4 GiB\nused longest ago: ${oldest}\n`,
  );
  expect(code).toBe(0);
});

it('clears what is kept, and nothing else', async () => {
  await fill(2);
  mkdirSync(join(folder(), 'ff'));
  for (const name of ['notes.txt', '00/notes.txt', 'ff/x']) {
    writeFileSync(join(folder(), name), 'mine');
  }
  expect(await json('cache', 'clear')).toEqual({ folder: folder(), removed: 2, bytes: 16_384 });
  const left = sandbox.list(`../${folder().split('/').at(-1)}`);
  expect(left).toEqual(['00', 'CACHEDIR.TAG', 'ff', 'notes.txt']);
  expect((await ser('cache', 'clear')).stdout).toBe(`${folder()}: removed 0 entries, 0 bytes\n`);
});

it('takes nothing else', async () => {
  const { code, stderr } = await ser('cache', 'clean');
  expect(stderr).toContain('error: ser cache takes nothing but clear, got clean');
  expect(code).toBe(2);
});

it('says of a folder that is a file that it holds nothing', async () => {
  writeFileSync(folder(), 'x');
  expect(await json('cache')).toMatchObject({ entries: 0 });
});
