import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeWith, RAVDESS_MINI, REAL_CLIPS } from '@ser/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspect } from '../inspect.ts';
import type { RavdessClip } from '../ravdess-clip.ts';
import { makeWav } from '../testing/make-wav.ts';
import { fromDirectory } from './from-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-ravdess-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, makeWav([1, 2, 3]));
  return file;
}

async function list(): Promise<RavdessClip[]> {
  const clips: RavdessClip[] = [];
  for await (const clip of fromDirectory(root)) clips.push(clip);
  return clips;
}

describe('fromDirectory', () => {
  it('finds clips in every layout, ordered by id', async () => {
    put('Audio_Song_Actors_01-24/Actor_01/03-02-01-01-01-01-01.wav');
    put('Audio_Speech_Actors_01-24/Actor_02/03-01-02-01-01-01-02.wav');
    put('Actor_03/03-01-01-01-01-01-03.WAV');
    put('03-01-01-01-01-01-04.wav');
    expect((await list()).map((clip) => clip.id)).toEqual([
      '03-01-01-01-01-01-03',
      '03-01-01-01-01-01-04',
      '03-01-02-01-01-01-02',
      '03-02-01-01-01-01-01',
    ]);
  });

  it('takes copies for what they are: Kaggle has every clip twice', async () => {
    const first = put('Actor_01/03-01-01-01-01-01-01.wav');
    put('audio_speech_actors_01-24/Actor_01/03-01-01-01-01-01-01.wav');
    expect((await list()).map((clip) => clip.file)).toEqual([first]);
  });

  it('throws the first problem without an `onProblem`', async () => {
    put('03-01-01-01-01-01-01.wav');
    const file = put('my voice.wav');
    await expect(list()).rejects.toMatchObject({ code: 'bad-filename', file });
  });

  it('gives `inspect` clips that may have gone away since, which it reports', async () => {
    const file = put('03-01-01-01-01-01-01.wav');
    const clips = await list();
    rmSync(file);
    expect((await inspect(clips)).problems).toMatchObject([{ code: 'unreadable-file', file }]);
  });
});

describeWith(REAL_CLIPS)('two actors of RAVDESS itself', () => {
  it('are 208 clips, two of them stereo, without a problem', async () => {
    expect(await inspect(fromDirectory(RAVDESS_MINI))).toMatchObject({
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
