import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clip } from '../clip.ts';
import { decodeWav } from '../decode-wav.ts';
import { inspect } from '../inspect.ts';
import type { Problem } from '../problem.ts';
import { writeWav } from '../testing/write-wav.ts';
import { fromDirectory } from './from-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-ravdess-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const wav = writeWav([1, 2, 3]);
function put(path: string, bytes: Uint8Array | string = wav): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

async function list(path: string | string[]): Promise<{ clips: Clip[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const clips: Clip[] = [];
  for await (const clip of fromDirectory(path, { onProblem: (p) => problems.push(p) })) {
    clips.push(clip);
  }
  return { clips, problems };
}

describe('fromDirectory', () => {
  it('finds clips in every layout, ordered by id', async () => {
    put('Audio_Song_Actors_01-24/Actor_01/03-02-01-01-01-01-01.wav');
    put('Audio_Speech_Actors_01-24/Actor_02/03-01-02-01-01-01-02.wav');
    put('Actor_03/03-01-01-01-01-01-03.WAV');
    put('03-01-01-01-01-01-04.wav');
    put('.DS_Store');
    put('Actor_03/._03-01-01-01-01-01-03.wav');
    put('__MACOSX/Actor_03/03-01-01-01-01-01-03.wav');
    put('README.txt');
    const { clips, problems } = await list(root);
    expect(clips.map((clip) => clip.id)).toEqual([
      '03-01-01-01-01-01-03',
      '03-01-01-01-01-01-04',
      '03-01-02-01-01-01-02',
      '03-02-01-01-01-01-01',
    ]);
    expect(problems).toEqual([]);
    expect(clips[3].info.vocalChannel).toBe('song');
    expect(decodeWav(await clips[0].bytes()).samples).toHaveLength(3);
  });

  it('merges several folders, and one inside another adds nothing', async () => {
    put('a/Actor_01/03-01-01-01-01-01-01.wav');
    put('b/Actor_01/03-02-01-01-01-01-01.wav');
    const { clips, problems } = await list([join(root, 'a'), root, join(root, 'b')]);
    expect(clips).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it('reports what it leaves out and goes on', async () => {
    const first = put('a/03-01-01-01-01-01-01.wav');
    const copy = put('b/03-01-01-01-01-01-01.wav', writeWav([3, 2, 1]));
    const misnamed = put('b/03-01-09-01-01-01-01.wav');
    const broken = join(root, 'b/03-01-02-01-01-01-01.wav');
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

  it('keeps the first copy by path, whichever folder is named first', async () => {
    const first = put('a/03-01-01-01-01-01-01.wav');
    const copy = put('b/03-01-01-01-01-01-01.wav', writeWav([1, 2]));
    const { clips, problems } = await list([join(root, 'b'), join(root, 'a')]);
    expect(clips.map((clip) => clip.file)).toEqual([first]);
    expect(problems).toMatchObject([{ file: copy, code: 'duplicate-clip' }]);
  });

  it('takes copies for what they are: Kaggle has every clip twice', async () => {
    const first = put('Actor_01/03-01-01-01-01-01-01.wav');
    put('audio_speech_actors_01-24/Actor_01/03-01-01-01-01-01-01.wav');
    const { clips, problems } = await list(root);
    expect(clips.map((clip) => clip.file)).toEqual([first]);
    expect(problems).toEqual([]);
    await expect(fromDirectory(root).next()).resolves.toMatchObject({ done: false });
  });

  it('throws the first problem when nobody listens', async () => {
    put('03-01-01-01-01-01-01.wav');
    const file = put('my voice.wav');
    const clips = fromDirectory(root);
    await expect(clips.next()).rejects.toMatchObject({ code: 'bad-filename', file });
  });

  it('follows links, once and in no circle', async () => {
    const file = put('data/Actor_01/03-01-01-01-01-01-01.wav');
    mkdirSync(join(root, 'view'));
    symlinkSync(join(root, 'data'), join(root, 'view/data'));
    symlinkSync(join(root, 'view'), join(root, 'data/back'));
    symlinkSync(file, join(root, 'view/03-01-01-01-01-01-01.wav'));
    const { clips, problems } = await list(join(root, 'view'));
    expect(clips).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a socket', async () => {
    put('03-01-01-01-01-01-01.wav');
    const socket = join(root, '03-01-01-01-01-01-02.wav');
    const server = createServer();
    await new Promise<void>((listening) => server.listen(socket, listening));
    const { clips, problems } = await list(root);
    server.close();
    expect(clips).toHaveLength(1);
    expect(problems).toMatchObject([{ file: socket, code: 'unreadable-file' }]);
  });

  it('says when a file went away after it was listed', async () => {
    const file = put('03-01-01-01-01-01-01.wav');
    const { clips } = await list(root);
    rmSync(file);
    await expect(clips[0].bytes()).rejects.toMatchObject({ code: 'unreadable-file', file });
    expect((await inspect(clips)).problems).toMatchObject([{ code: 'unreadable-file' }]);
  });

  it('refuses what is no folder of clips', async () => {
    const file = put('03-01-01-01-01-01-01.wav');
    mkdirSync(join(root, 'empty'));
    await expect(list(join(root, 'none'))).rejects.toMatchObject({ code: 'no-such-path' });
    await expect(list(file)).rejects.toMatchObject({ code: 'not-a-directory' });
    await expect(list(join(root, 'empty'))).rejects.toMatchObject({ code: 'no-clips' });
    await expect(list([])).rejects.toMatchObject({ code: 'no-clips' });
    await expect(list(undefined as never)).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

const mini = fileURLToPath(new URL('../../../../../shared/ravdess-mini', import.meta.url));

describe.skipIf(!existsSync(mini))('two actors of RAVDESS itself', () => {
  it('are 208 clips, two of them stereo, without a problem', async () => {
    expect(await inspect(fromDirectory(mini))).toMatchObject({
      clips: 208,
      actors: 2,
      perEmotion: { neutral: 16, calm: 32, happy: 32, disgust: 16 },
      perChannel: { speech: 120, song: 88 },
      stereo: 2,
      sampleRates: { 48000: 208 },
      missing: { speech: { clips: 1320, ids: [] }, song: { clips: 924, ids: [] } },
      unexpected: [],
      problems: [],
    });
  });
});
