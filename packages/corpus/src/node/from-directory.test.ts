import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { testWith } from '@ser/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeNumbered } from '../testing/describe-numbered.ts';
import { listClips } from '../testing/list-clips.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { fromDirectory } from './from-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-corpus-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const wav = writeWav([1, 2, 3]);
function put(path: string, bytes: Uint8Array | string = wav): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

const list = (path: string | string[]) => listClips((options) => fromDirectory(path, options));

describe('fromDirectory', () => {
  /** A folder in every layout that people have, with what is to be skipped. */
  function putEveryLayout(): void {
    put('song/s01/02-01-01.wav');
    put('speech/s02/01-02-02.wav');
    put('s03/01-01-03.WAV');
    put('01-01-04.wav');
    put('.DS_Store');
    put('s03/._01-01-03.wav');
    put('__MACOSX/s03/01-01-03.wav');
    put('README.txt');
  }

  it('finds clips at any depth, ordered by id', async () => {
    putEveryLayout();
    const { clips } = await list(root);
    expect(clips.map(({ id }) => id)).toEqual(['01-01-03', '01-01-04', '01-02-02', '02-01-01']);
  });

  it('skips hidden files, `__MACOSX` and other kinds without a problem', async () => {
    putEveryLayout();
    expect((await list(root)).problems).toEqual([]);
  });

  it('gives what `describe` says', async () => {
    put('02-01-07.wav');
    expect((await list(root)).clips[0].info).toEqual({
      id: '02-01-07',
      condition: '02',
      label: '01',
      speaker: '07',
    });
  });

  it('reads the bytes', async () => {
    put('01-01-03.WAV');
    const { clips } = await list(root);
    expect(decodeWav(await clips[0].bytes()).samples).toHaveLength(3);
  });

  it('merges several folders, and one inside another adds nothing', async () => {
    put('a/s01/01-01-01.wav');
    put('b/s01/02-01-01.wav');
    const { clips, problems } = await list([join(root, 'a'), root, join(root, 'b')]);
    expect(clips).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it('reports what it leaves out and goes on', async () => {
    const first = put('a/01-01-01.wav');
    const copy = put('b/01-01-01.wav', writeWav([3, 2, 1]));
    const misnamed = put('b/01-9-01.wav');
    const broken = join(root, 'b/01-02-01.wav');
    symlinkSync(join(root, 'nowhere'), broken);
    const { clips, problems } = await list(root);
    expect(clips.map((clip) => clip.file)).toEqual([first]);
    expect(new Map(problems.map((problem) => [problem.file, problem.code]))).toEqual(
      new Map([
        [copy, 'duplicate-clip'],
        [misnamed, 'bad-filename'],
        [broken, 'unreadable-file'],
      ]),
    );
  });

  it('keeps the first copy by path, in any order of the folders', async () => {
    const first = put('a/01-01-01.wav');
    const copy = put('b/01-01-01.wav', writeWav([1, 2]));
    const { clips, problems } = await list([join(root, 'b'), join(root, 'a')]);
    expect(clips.map((clip) => clip.file)).toEqual([first]);
    expect(problems).toMatchObject([{ file: copy, code: 'duplicate-clip' }]);
  });

  it('takes copies for what they are', async () => {
    const first = put('s01/01-01-01.wav');
    put('twice/s01/01-01-01.wav');
    const { clips, problems } = await list(root);
    expect(clips.map((clip) => clip.file)).toEqual([first]);
    expect(problems).toEqual([]);
  });

  it('does not throw copies without an `onProblem`', async () => {
    put('s01/01-01-01.wav');
    put('twice/s01/01-01-01.wav');
    const clips = fromDirectory(root, { describe: describeNumbered });
    await expect(clips.next()).resolves.toMatchObject({ done: false });
  });

  it('throws the first problem without an `onProblem`', async () => {
    put('01-01-01.wav');
    const file = put('my voice.wav');
    const clips = fromDirectory(root, { describe: describeNumbered });
    await expect(clips.next()).rejects.toMatchObject({ code: 'bad-filename', file });
  });

  it('follows links, once and in no circle', async () => {
    const file = put('data/s01/01-01-01.wav');
    mkdirSync(join(root, 'view'));
    symlinkSync(join(root, 'data'), join(root, 'view/data'));
    symlinkSync(join(root, 'view'), join(root, 'data/back'));
    symlinkSync(file, join(root, 'view/01-01-01.wav'));
    const { clips, problems } = await list(join(root, 'view'));
    expect(clips).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  testWith({ have: process.platform !== 'win32', reason: 'Windows keeps no sockets in folders' })(
    'does not wait for a socket',
    async () => {
      put('01-01-01.wav');
      const socket = join(root, '01-01-02.wav');
      const server = createServer();
      await new Promise<void>((listening) => server.listen(socket, listening));
      const { clips, problems } = await list(root);
      server.close();
      expect(clips).toHaveLength(1);
      expect(problems).toMatchObject([{ file: socket, code: 'unreadable-file' }]);
    },
  );

  it('says when a file went away after it was listed', async () => {
    const file = put('01-01-01.wav');
    const { clips } = await list(root);
    rmSync(file);
    await expect(clips[0].bytes()).rejects.toMatchObject({ code: 'unreadable-file', file });
  });

  it('describes paths below the folder, with forward slashes', async () => {
    put('a/b/my voice.WAV');
    const paths: string[] = [];
    const clips = fromDirectory(root, { describe: (path) => paths.push(path) });
    await clips.next();
    expect(paths).toEqual(['a/b/my voice.WAV']);
  });

  it('takes the path without its extension for the id, where `describe` gives none', async () => {
    put('a/b/my voice.WAV');
    const clips = fromDirectory(root, { describe: () => ({ label: 'calm', speaker: '' }) });
    expect((await clips.next()).value).toMatchObject({ id: 'a/b/my voice' });
  });

  it('does not hide an error of `describe` that is no complaint about the file', async () => {
    put('x.wav');
    const describe = (): never => {
      throw new TypeError('a bug');
    };
    const clips = fromDirectory(root, { describe, onProblem: () => {} });
    await expect(clips.next()).rejects.toThrow('a bug');
  });

  it.each<[string, () => string | string[], string]>([
    ['a path that is not there', () => join(root, 'none'), 'no-such-path'],
    ['a file', () => put('01-01-01.wav'), 'not-a-directory'],
    ['an empty folder', () => root, 'no-clips'],
    ['no paths', () => [], 'no-clips'],
    ['undefined', () => undefined as never, 'bad-argument'],
  ])('refuses %s', async (_, path, code) => {
    await expect(list(path())).rejects.toMatchObject({ code });
  });

  it('names an example of what it expects', async () => {
    const options = { describe: describeNumbered, example: 's01/01-01-01.wav' };
    await expect(fromDirectory(root, options).next()).rejects.toThrow(
      `${root} must hold clips such as s01/01-01-01.wav, got none among 0 .wav files`,
    );
  });
});
