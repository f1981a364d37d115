import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLimited, testWith } from '@ser/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clip } from '../clip.ts';
import type { Outcome } from '../testing/hostile.ts';
import { writeWav } from '../testing/write-wav.ts';
import { fromDirectory } from './from-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-hostile-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const readers = new URL('../testing/hostile.ts', import.meta.url);
const writers = new URL('../testing/hostile-zips.ts', import.meta.url);
const read = async (call: 'readZips' | 'readFolder', path: string): Promise<unknown> => {
  // Node, the modules and what the system counts of the test's own process take some 150 MiB.
  const limits = { cpuSeconds: 20, megabytes: 256 };
  return (await runLimited({ module: readers, call, args: [path], ...limits })).value;
};

describe('a hostile zip', () => {
  let folder: string;
  let outcomes: Record<string, Outcome>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ser-zips-'));
    // Written by a process of its own, which needs more memory than the reader may take.
    const limits = { cpuSeconds: 60, megabytes: 4096 };
    await runLimited({ module: writers, call: 'writeHostileZips', args: [folder], ...limits });
    outcomes = (await read('readZips', folder)) as typeof outcomes;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const KINDS: [title: string, kind: string, outcome: object][] = [
    ['of 2.1 GB of zeros is not unpacked', 'bombs', { problems: { 'bad-zip': 33 } }],
    ['is unpacked as far as an entry says', 'understated', { failed: { bomb: 'bad-zip' } }],
    [
      'is unpacked no further than 15 MiB where an entry says that',
      'understatedBelowTheBound',
      { failed: { bomb: 'bad-zip' } },
    ],
    [
      'takes no memory for 256 MiB that are not there',
      'overstated',
      { failed: { bomb: 'bad-zip' } },
    ],
    [
      'gives the others where an entry is encrypted',
      'encrypted',
      { problems: { 'encrypted-zip': 1 } },
    ],
    ['may have 10,000 names', 'names', {}],
    [
      'is not unpacked under 10,000 names of one entry',
      'overlapping',
      { read: ['first', 'good'], problems: { 'bad-zip': 10_000 } },
    ],
  ];

  it.each(KINDS)('%s', (_, kind, expected) => {
    const { seconds, ...outcome } = outcomes[`${kind}.zip`];
    expect(outcome).toEqual({ read: ['good'], failed: {}, problems: {}, ...expected });
    expect(seconds).toBeLessThan(5);
  });

  it('of every kind is read', () => {
    expect(Object.keys(outcomes).sort()).toEqual(KINDS.map(([, kind]) => `${kind}.zip`).sort());
  });
});

describe('a folder', () => {
  const put = (name: string, size?: number): string => {
    const file = join(root, name);
    writeFileSync(file, writeWav([1, 2, 3]));
    // Sparse: it takes no room on the disk.
    if (size !== undefined) truncateSync(file, size);
    return file;
  };
  const bytesOf = async (id: string): Promise<unknown> => {
    const clips: Clip<unknown>[] = [];
    for await (const clip of fromDirectory(root, { describe: () => ({}) })) clips.push(clip);
    return clips.find((clip) => clip.id === id)?.bytes();
  };

  it('with files of 1 GiB and a byte, 2, 4 and 1024 GiB gives the others', async () => {
    put('a');
    put('good.wav');
    const sizes = [2 ** 30 + 1, 2 ** 31 + 5, 2 ** 32 + 5, 2 ** 40];
    for (const size of sizes) put(`${size}.wav`, size);
    expect(await read('readFolder', root)).toMatchObject({
      read: ['good'],
      failed: Object.fromEntries(sizes.map((size) => [size, 'unreadable-file'])),
      problems: {},
    });
  });

  it('names the file that is too large, its size, the bound and the remedy', async () => {
    const file = put('large.wav', 2 ** 32);
    await expect(bytesOf('large')).rejects.toMatchObject({
      code: 'unreadable-file',
      file,
      message:
        `fromDirectory: ${file} must have at most 1073741824 bytes, got 4294967296 ` +
        '(cut it into clips of an utterance each)',
    });
  });

  testWith({ have: process.platform === 'linux', reason: '/proc is Linux’ own' })(
    'names a file that its disk does not give',
    async () => {
      // Reading a process' memory from its start fails with EIO.
      symlinkSync('/proc/self/mem', join(root, 'broken.wav'));
      await expect(bytesOf('broken')).rejects.toMatchObject({
        code: 'unreadable-file',
        message: expect.stringMatching(/broken.wav must be readable, got: EIO.*its disk fails/),
      });
    },
  );

  it('names a file whose place a folder has taken', async () => {
    const file = put('gone.wav');
    const { value: clip } = await fromDirectory(root, { describe: () => ({}) }).next();
    rmSync(file);
    await expect(clip?.bytes()).rejects.toThrow(/gone.wav must be readable, got: ENOENT.*again/);
    symlinkSync(tmpdir(), file);
    await expect(clip?.bytes()).rejects.toThrow(/gone.wav must be readable, got: EISDIR/);
  });
});
