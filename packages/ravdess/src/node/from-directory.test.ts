import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeWith, RAVDESS_MINI, REAL_CLIPS } from '@ser/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectedClips } from '../expected-clips.ts';
import { inspect } from '../inspect.ts';
import type { RavdessClip } from '../ravdess-clip.ts';
import { makeWav } from '../testing/make-wav.ts';
import { fromDirectory } from './from-directory.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-ravdess-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, sound: Uint8Array = makeWav([1, 2, 3])): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sound);
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

/** What two actors of RAVDESS are, of whom everything is there. */
const TWO_ACTORS = {
  clips: 208,
  actors: 2,
  perEmotion: {
    neutral: 16,
    calm: 32,
    happy: 32,
    sad: 32,
    angry: 32,
    fearful: 32,
    disgust: 16,
    surprised: 16,
  },
  perChannel: { speech: 120, song: 88 },
  stereo: 2,
  sampleRates: { 48000: 208 },
  missing: { speech: { clips: 1320, ids: [] }, song: { clips: 924, ids: [] } },
  unexpected: [],
  twins: [],
  problems: [],
};

it('two actors are 208 clips, whatever they say', async () => {
  const ids = (['speech', 'song'] as const).flatMap((channel) =>
    expectedClips(channel).filter((id) => /-0[12]$/.test(id)),
  );
  ids.forEach((id, i) => {
    const channels = i % 150 === 0 ? 2 : 1;
    const sound = makeWav(new Int16Array(6).fill(1000), { channels });
    const folder = id.startsWith('03-01') ? 'speech' : 'song';
    put(`${folder}/Actor_${id.slice(-2)}/${id}.wav`, sound);
  });
  expect(await inspect(fromDirectory(root))).toMatchObject({
    ...TWO_ACTORS,
    perActor: { 1: 104, 2: 104 },
    duration: { shortest: 3 / 48_000, longest: 6 / 48_000 },
    clipped: [],
    silent: [],
  });
});

describeWith(REAL_CLIPS)('two actors of RAVDESS itself', () => {
  it('are 208 clips, two of them stereo, without a problem', async () => {
    expect(await inspect(fromDirectory(RAVDESS_MINI))).toMatchObject(TWO_ACTORS);
  });
});
