import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { describeWith } from '@ser/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { SMALL_DISKS } from './testing/needs.ts';
import { runCommand, SER, ser } from './testing/run-command.ts';
import { smallProject } from './testing/small-project.ts';

const { path, bytes, list } = smallProject(6);
const PART = 'part-00000-of-00002.parquet';
const shard = (out: string, index = 0): string[] =>
  ['features', path('corpus'), '--num-shards', '2', '--shard-index', String(index)].concat(
    '--no-cache',
    // For a few clips another thread would start for nothing.
    '--workers',
    '1',
    '--out',
    path(out),
  );
const quoted = (args: readonly string[]): string => args.map((text) => `'${text}'`).join(' ');

beforeAll(async () => {
  expect((await ser(...shard('good'))).code).toBe(0);
});

describe('a shard', () => {
  it('that two machines write at once is whole', async () => {
    const runs = await Promise.all([ser(...shard('both')), ser(...shard('both'))]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(list('both')).toEqual([PART]);
    expect(bytes('both', PART).equals(bytes('good', PART))).toBe(true);
  });

  it('that is there is not extracted again', async () => {
    const { code, stdout, stderr } = await ser(...shard('good'));
    expect(stdout).toMatch(/there already; remove it to extract it again$/m);
    expect(stderr).not.toContain('extracting');
    expect(code).toBe(0);
  });

  it('of other features does not take the place of one that is there', async () => {
    const before = bytes('good', PART);
    const { code, stderr } = await ser(...shard('good'), '--preset', 'functionals');
    expect(stderr).toMatch(/^error: .*part-00000-of-00002\.parquet was extracted with other opt/m);
    expect(code).toBe(1);
    expect(bytes('good', PART).equals(before)).toBe(true);
  });

  it('that is larger than a file may be leaves nothing', async () => {
    const run = `ulimit -f 16; exec '${SER}' ${quoted(shard('limited'))}`;
    const { code, stderr } = await runCommand('bash', ['-c', run]);
    expect(stderr).toMatch(/^error: --out .* cannot be written: EFBIG.*\nOnce this is mended/m);
    expect(code).toBe(1);
    expect(list('limited')).toEqual([]);
  });

  it('lacks a clip that cannot be read, and nothing else', async () => {
    const clip = 'corpus/Actor_05/03-01-01-01-01-01-05.wav';
    const sound = bytes(clip);
    writeFileSync(path(clip), 'not a sound');
    const runs = [await ser(...shard('faulty', 0)), await ser(...shard('faulty', 1))];
    writeFileSync(path(clip), sound);
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 1]);
    const [{ stderr }] = runs.filter(({ code }) => code === 1);
    expect(stderr).toMatch(/^left out .*03-01-01-01-01-01-05\.wav: /m);
    expect(list('faulty')).toHaveLength(2);
    const merge = await ser('merge', path('faulty'), '--out', path('faulty.parquet'));
    expect(merge.stdout).toContain('faulty.parquet: 14 rows of 162 features, from 2 shards');
  });
});

describe('a merge', () => {
  it('names the shards that are missing, and writes nothing', async () => {
    const { code, stderr } = await ser('merge', path('good'), '--out', path('lacking.parquet'));
    expect(stderr).toMatch(/^error: .*good lacks 1 of 2 shards: --array=1$/m);
    expect(code).toBe(1);
    expect(existsSync(path('lacking.parquet'))).toBe(false);
  });
});

describeWith(SMALL_DISKS)('a disk', () => {
  /** Runs shell lines where `$DISK` is a disk of its own, and `ser` and its arguments `$@`. */
  const onDisk = (options: string, lines: string) =>
    runCommand(
      'unshare',
      ['-rm', 'bash', '-c', `mount -t tmpfs -o ${options} none "$DISK"\n${lines}`, 'bash'].concat(
        SER,
        ...shard('disk/features'),
      ),
      { DISK: path('disk') },
    );

  beforeAll(async () => {
    await runCommand('mkdir', [path('disk')]);
  });

  it('that is full gets nothing, and the whole shard once there is room', async () => {
    const { code, stdout, stderr } = await onDisk(
      'size=16k',
      `"$@"; echo "code $?"; ls -A "$DISK/features"
       mount -o remount,size=1m none "$DISK"
       "$@" && cp -r "$DISK/features" "${path('freed')}"`,
    );
    expect(stderr).toMatch(/^error: --out .* cannot be written: ENOSPC.*\nOnce this is mended/m);
    expect(stdout).toMatch(/^code 1\n\S*part-00000-of-00002\.parquet: \d+ rows/);
    expect(code).toBe(0);
    expect(readdirSync(path('freed'))).toEqual([PART]);
    expect(bytes('freed', PART).equals(bytes('good', PART))).toBe(true);
  });

  it('that cannot be written is named before any sound is read', async () => {
    const { code, stderr } = await onDisk('ro', 'exec "$@"');
    expect(stderr).toMatch(/^error: --out .* cannot be written: EROFS/);
    expect(stderr).not.toContain('extracting');
    expect(code).toBe(1);
  });
});
