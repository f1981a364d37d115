import * as fs from 'node:fs/promises';
import { readParquet, writeParquet } from '@ser/experiment';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { putSmallClips } from '../testing/sample-clips.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

vi.mock('node:fs/promises', { spy: true });

const sandbox = sandboxPerTest();
const { list, put, ser } = sandbox;
beforeEach(() => {
  vi.resetAllMocks();
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
  put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
  putSmallClips(sandbox);
});

/** Makes every file that is opened for writing under such a name find the disk full. */
async function fillDisk(name: RegExp): Promise<void> {
  const { open } = await vi.importActual<typeof fs>('node:fs/promises');
  vi.mocked(fs.open).mockImplementation(async (file, flags, mode) => {
    const isWritten = typeof flags === 'string' && flags.startsWith('w');
    if (!isWritten || !name.test(String(file))) return open(file, flags, mode);
    const error = new Error(`ENOSPC: no space left on device, open '${file}'`);
    throw Object.assign(error, { code: 'ENOSPC', errno: -28, syscall: 'open' });
  });
}

describe('a full disk', () => {
  const features = ['features', 'wavs', '--recipe', 'frames.json', '--out', 'out/t.parquet'];
  const train = ['train', '--data', 'table.parquet', '--recipe', 'small.json', '--no-variants'];

  it('is said by features before any sound is read', async () => {
    await fillDisk(/t\.parquet/);
    const { code, stderr } = await ser(...features);
    expect(stderr).toMatch(
      /^error: --out out\/t\.parquet cannot be written: ENOSPC.*\nOnce this is mended, give/,
    );
    expect(stderr).not.toMatch(/comparing|extracting/);
    expect(code).toBe(1);
  });

  it('costs features nothing that it has extracted', async () => {
    put('out/t.parquet', 'an older table');
    const { rename } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.rename).mockImplementation(async (from, to) => {
      if (!String(to).endsWith('t.parquet')) return rename(from, to);
      throw Object.assign(new Error('ENOSPC: no space left'), {
        code: 'ENOSPC',
        syscall: 'rename',
      });
    });
    const failed = await ser(...features);
    expect(failed.stderr).toMatch(
      /^error: --out out\/t\.parquet cannot be written: ENOSPC.*\n.*what was extracted is in the/m,
    );
    expect(failed.code).toBe(1);
    expect(list('out')).toEqual(['t.parquet']);
    expect(sandbox.text('out/t.parquet')).toBe('an older table');
    vi.resetAllMocks();
    expect((await ser(...features)).code).toBe(0);
    expect(list('out')).toEqual(['t.parquet']);
    expect((await readParquet('t', sandbox.bytes('out/t.parquet'))).rows).toHaveLength(12);
  });

  it('is said once of the cache, and the run goes on without', async () => {
    const { writeFile } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.writeFile).mockImplementation(async (file, ...rest) => {
      if (!/-cache.*\.tmp$/.test(String(file))) return writeFile(file, ...rest);
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
    });
    const { code, stderr } = await ser(...features);
    expect(stderr.match(/^The cache .*-cache cannot be written; .*ENOSPC/gm)).toHaveLength(1);
    expect(code).toBe(0);
    expect((await readParquet('t', sandbox.bytes('out/t.parquet'))).rows).toHaveLength(12);
  });

  it('is said by train before any sound is read, and leaves no folder', async () => {
    await fillDisk(/plan\.json/);
    const { code, stderr } = await ser(...train, '--out', 'new/mine');
    expect(stderr).toMatch(/^error: new\/mine cannot be made a run's folder: ENOSPC/);
    expect(code).toBe(1);
    expect(list()).not.toContain('new');
  });

  it('ends a training that can be resumed', async () => {
    await fillDisk(/report\.txt/);
    const { code, stderr } = await ser(...train, '--out', 'mine');
    expect(stderr).toMatch(
      /^error: ENOSPC.*\nOnce this is mended, continue with: .* --resume mine$/m,
    );
    expect(code).toBe(1);
    vi.resetAllMocks();
    expect((await ser('train', '--resume', 'mine')).code).toBe(0);
  });
});
