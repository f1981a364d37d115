import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Clip } from '../clip.ts';
import { labelsFromCsv } from '../labels/labels-from-csv.ts';
import { AUDIO_ENDINGS, fromDirectory, fromZip } from '../node/index.ts';
import type { Problem } from '../problem.ts';
import { writeZip } from '../testing/write-zip.ts';
import { type DirectoryHandle, fromDirectoryHandle } from './from-directory-handle.ts';
import { fromFiles } from './from-files.ts';
import type { SourceOptions } from './source-options.ts';

const NAMES = ['a.wav', 'b.FLAC', 'c.mp3', 'd.m4a', 'e.txt', '.f.mp3'];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-endings-'));
  mkdirSync(join(root, 'set'));
  for (const name of NAMES) writeFileSync(join(root, 'set', name), name);
  const entries = NAMES.map((name) => ({ name, bytes: Buffer.from(name) }));
  writeFileSync(join(root, 'set.zip'), writeZip(entries));
});
afterAll(() => rmSync(root, { recursive: true }));

const file = (name: string) => ({
  kind: 'file' as const,
  name,
  getFile: async () => new File([name], name),
});
const handle: DirectoryHandle = {
  kind: 'directory',
  name: 'set',
  async *values() {
    yield* NAMES.map(file);
  },
};

type Options = SourceOptions<object>;
const SOURCES: Record<string, (options: Options) => AsyncGenerator<Clip<object>>> = {
  fromDirectory: (options) => fromDirectory(join(root, 'set'), options),
  fromDirectoryHandle: (options) => fromDirectoryHandle(handle, options),
  fromFiles: (options) =>
    fromFiles(
      NAMES.map((name) => new File([name], name)),
      options,
    ),
  fromZip: (options) => fromZip(join(root, 'set.zip'), options),
};

describe.each(Object.entries(SOURCES))('%s', (name, source) => {
  const idsOf = async (endings?: readonly string[]): Promise<string[]> => {
    const ids: string[] = [];
    const options = { describe: () => ({}), ...(endings && { endings }) };
    for await (const { id, bytes } of source(options)) {
      expect(Buffer.from(await bytes()).toString()).toMatch(new RegExp(`^${id}\\.`));
      ids.push(id);
    }
    return ids;
  };

  it('takes WAVs where it is told nothing', async () => {
    expect(await idsOf()).toEqual(['a']);
  });

  it('takes the endings that it is told, whatever their capitals', async () => {
    expect(await idsOf(['.flac', '.MP3'])).toEqual(['b', 'c']);
    expect(await idsOf(AUDIO_ENDINGS)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names the endings where there is none', async () => {
    await expect(idsOf(['.opus', '.ogg'])).rejects.toMatchObject({
      code: 'no-clips',
      message: expect.stringContaining('must hold clips, got none among 0 .opus, .ogg files'),
    });
  });

  it('takes a.wav and a.mp3 for one clip twice', async () => {
    if (name !== 'fromFiles') return;
    const problems: Problem[] = [];
    const files = [new File(['x'], 'a.wav'), new File(['y'], 'a.mp3')];
    const options = {
      describe: () => ({}),
      endings: AUDIO_ENDINGS,
      onProblem: (each: Problem) => problems.push(each),
    };
    const ids: string[] = [];
    for await (const { file: found } of fromFiles(files, options)) ids.push(found);
    expect(ids).toEqual(['a.mp3']);
    expect(problems).toMatchObject([{ code: 'duplicate-clip', file: 'a.wav' }]);
  });

  it.each([[[]], ['.wav'], [['wav']], [['.']], [[5]], [['./x']], [null]])(
    'refuses %j for endings',
    async (endings) => {
      await expect(
        source({ describe: () => ({}), endings: endings as never }).next(),
      ).rejects.toMatchObject({
        code: 'bad-argument',
        message: expect.stringMatching(
          `^${name}: \`endings\` must hold endings such as '.wav', got `,
        ),
      });
    },
  );
});

test('what decodeAudio reads', () => {
  expect(AUDIO_ENDINGS).toEqual([
    '.wav',
    '.flac',
    '.mp3',
    '.ogg',
    '.oga',
    '.opus',
    '.m4a',
    '.mp4',
    '.aac',
  ]);
});

describe('a row of labelsFromCsv', () => {
  const labelOf = (table: string, path: string): string =>
    labelsFromCsv(`file,label\n${table}`)(path).label;

  it.each(['a/1', 'a/1.wav', 'a/1.mp3', '1.mp3', 'x/a/1.mp3'])('%s belongs to a/1.mp3', (row) => {
    expect(labelOf(`${row},happy`, 'a/1.mp3')).toBe('happy');
    expect(labelOf(`${row},happy`, 'a/1.MP3')).toBe('happy');
  });

  it('that names the ending comes first', () => {
    const table = 'a/1,sad\na/1.mp3,happy';
    expect(labelOf(table, 'a/1.mp3')).toBe('happy');
    expect(labelOf(table, 'a/1.flac')).toBe('sad');
    expect(labelOf(table, 'a/1.wav')).toBe('sad');
  });

  it('belongs to no file with more of a name', () => {
    expect(() => labelOf('a/1,sad', 'a/1.5.wav')).toThrow('must have one row');
    expect(() => labelOf('a/1,sad', 'a/1.5')).toThrow('must have one row');
  });
});
