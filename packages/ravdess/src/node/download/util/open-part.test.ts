import { execFileSync } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testWith } from '@ser/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPart, refuseLink } from './open-part.ts';

let folder: string;
let part: string;
let victim: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-part-'));
  part = join(folder, 'a.zip.part');
  victim = join(folder, 'victim');
  writeFileSync(victim, 'precious');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

test('a file that is not there is made, and one that is there keeps its bytes', async () => {
  for (const text of ['', 'kept']) {
    writeFileSync(part, text);
    const handle = await openPart(part);
    await handle.write('!', text.length);
    await handle.close();
    expect(readFileSync(part, 'utf8')).toBe(`${text}!`);
    rmSync(part);
    await (await openPart(part)).close();
    expect(readFileSync(part, 'utf8')).toBe('');
  }
});

const posix = { have: process.platform !== 'win32', reason: 'Windows has neither' };

test.each<[string, () => void]>([
  ['a link', () => symlinkSync(victim, part)],
  ['one with another name as well', () => linkSync(victim, part)],
])('%s is refused', async (got, put) => {
  put();
  await expect(openPart(part)).rejects.toMatchObject({
    code: 'unwritable-path',
    file: part,
    message: `download: ${part} must be a plain file, got ${got} (remove it)`,
  });
});

testWith(posix)('a pipe is refused', async () => {
  execFileSync('mkfifo', [part]);
  await expect(openPart(part)).rejects.toThrow('must be a plain file, got a device or a pipe');
});

testWith(posix)('a link that comes behind the look at it is not followed', async () => {
  symlinkSync(victim, part);
  // The look finds nothing.
  const look = vi.spyOn(promises, 'lstat').mockRejectedValue(new Error('ENOENT'));
  syncBuiltinESMExports();
  await expect(openPart(part)).rejects.toMatchObject({ code: 'unwritable-path' });
  expect(look).toHaveBeenCalledOnce();
});

test('only a link is refused before a file is looked for', async () => {
  await refuseLink(victim);
  await refuseLink(join(folder, 'none'));
  symlinkSync(join(folder, 'none'), part);
  await expect(refuseLink(part)).rejects.toMatchObject({ code: 'unwritable-path', file: part });
});
