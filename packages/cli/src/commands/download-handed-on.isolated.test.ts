import { existsSync } from 'node:fs';
import { download } from '@ser/ravdess/node';
import { beforeEach, expect, it, vi } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';

// No archive is asked for: what the library is handed is looked at.
vi.mock('@ser/ravdess/node', { spy: true });

const sandbox = sandboxPerTest();
const { list, ser, serInterrupted } = sandbox;
const ZIPS = ['zips/a.zip', 'zips/b\x1b.zip'];
beforeEach(() => {
  vi.mocked(download).mockReset();
  vi.mocked(download).mockResolvedValue(ZIPS);
});

it.each([
  ['', ['speech', 'song'], undefined],
  ['--speech', ['speech'], undefined],
  ['--song', ['song'], undefined],
  ['--speech --song', ['speech', 'song'], undefined],
  ['--base-url http://localhost:1/x', ['speech', 'song'], 'http://localhost:1/x'],
])('is handed what is asked for: "%s"', async (args, parts, baseUrl) => {
  await ser('download', '--to', 'deep/zips', ...args.split(' ').filter(Boolean));
  expect(download).toHaveBeenCalledExactlyOnceWith({
    to: 'deep/zips',
    parts,
    baseUrl,
    signal: expect.any(AbortSignal),
    onProgress: expect.any(Function),
  });
});

it('has the folder before the server is asked', async () => {
  vi.mocked(download).mockImplementation(async ({ to }) => {
    expect(existsSync(to)).toBe(true);
    return [];
  });
  expect((await ser('download', '--to', 'deep/zips')).code).toBe(0);
  expect(list('deep')).toEqual(['zips']);
});

it('prints the zips, a line each, or as JSON', async () => {
  expect(await ser('download', '--to', 'zips')).toEqual({
    code: 0,
    stdout: 'zips/a.zip\nzips/b\\x1b.zip\n',
    stderr: '',
  });
  const { stdout } = await ser('download', '--to', 'zips', '--json');
  expect(JSON.parse(stdout)).toEqual({ files: ZIPS });
});

it('shows each archive in megabytes of a million bytes, up to its end', async () => {
  vi.mocked(download).mockImplementation(async ({ onProgress }) => {
    onProgress?.({ file: 'zips/a.zip', received: 0, total: 9_500_000 });
    onProgress?.({ file: 'zips/a.zip', received: 5_999_999, total: 9_500_000 });
    onProgress?.({ file: 'zips/a.zip', received: 9_500_000, total: 9_500_000 });
    onProgress?.({ file: 'zips/b.zip', received: 4_000_000, total: 4_000_000 });
    return [];
  });
  expect((await ser('download', '--to', 'zips')).stderr).toBe(
    'a.zip (MB) 5/10\na.zip (MB) 9/10\nb.zip (MB) 4/4\n',
  );
});

it('ends at Ctrl-C with 130, and says where what has come is kept', async () => {
  vi.mocked(download).mockImplementation(async ({ onProgress, signal }) => {
    onProgress?.({ file: 'a.zip', received: 5e6, total: 1e7 });
    expect(signal?.aborted).toBe(true);
    throw signal?.reason;
  });
  const { code, stderr, stdout } = await serInterrupted('a.zip', 'download', '--to', 'mine');
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/\nKept in mine\. Give the same command again to go on\.\n$/);
});

it('says what went wrong, and nothing of going on', async () => {
  vi.mocked(download).mockRejectedValue(
    Object.assign(new Error('the server is down'), { code: 'failed-download' }),
  );
  expect(await ser('download', '--to', 'zips')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: the server is down\n',
  });
});
