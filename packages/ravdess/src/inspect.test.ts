import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { describe as describeClip } from './describe.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { RavdessClip } from './ravdess-clip.ts';
import { makeWav } from './testing/make-wav.ts';

const clip = (id: string, bytes: Uint8Array): RavdessClip => ({
  id,
  file: `${id}.wav`,
  info: describeClip(`${id}.wav`),
  bytes: async () => bytes,
});
const second = new Int16Array(1000);
const before = { file: 'a.wav', code: 'bad-filename', message: 'a' };
const CLIPS = [
  clip('03-01-03-01-01-01-01', makeWav(second, { sampleRate: 1000 })),
  clip('03-01-03-01-01-01-02', makeWav(second, { sampleRate: 1000, channels: 2 })),
  clip('03-02-04-01-01-01-02', makeWav(second, { sampleRate: 500 })),
  clip('03-01-01-02-01-01-02', makeWav(second, { sampleRate: 500 })),
  clip('03-01-03-01-01-02-01', makeWav(second).subarray(0, 900)),
  clip('03-01-03-01-01-02-02', makeWav([0, Number.NaN], { depth: '32f' })),
];
const inspectAll = (): Promise<Inspection> => inspect(CLIPS, { problems: [before] });

describe('inspect', () => {
  it('counts what decodes', async () => {
    expect(await inspectAll()).toMatchObject({
      clips: 4,
      actors: 2,
      perActor: { 1: 1, 2: 3 },
      perEmotion: { neutral: 1, happy: 2, sad: 1, angry: 0 },
      perChannel: { speech: 3, song: 1 },
      stereo: 1,
      sampleRates: { 500: 2, 1000: 2 },
      duration: { total: 5.5, shortest: 0.5, longest: 2 },
    });
  });

  it('adds what does not decode to the problems that it was given', async () => {
    expect((await inspectAll()).problems).toMatchObject([
      before,
      { file: '03-01-03-01-01-02-01.wav', code: 'truncated-wav' },
      { file: '03-01-03-01-01-02-02.wav', code: 'bad-audio' },
    ]);
  });

  it('names clips that RAVDESS does not have', async () => {
    expect((await inspectAll()).unexpected).toEqual(['03-01-01-02-01-01-02']);
  });

  it('says what is missing of the speech', async () => {
    const { speech } = (await inspectAll()).missing;
    expect(speech.clips).toBe(1438);
    expect(speech.actors).toHaveLength(22);
    expect(speech.ids).toHaveLength(2 * 60 - 2);
  });

  it('says what is missing of the song, where actor 18 has nothing', async () => {
    const { song } = (await inspectAll()).missing;
    expect(song.clips).toBe(1011);
    expect(song.actors).not.toContain(18);
  });

  it('reports progress after each clip', async () => {
    const seen: number[] = [];
    await inspect(CLIPS, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives plain JSON', async () => {
    const inspection = await inspectAll();
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  });

  it('names clips that are clipped', async () => {
    const { clipped } = await inspect([
      clip('03-01-03-01-01-01-01', makeWav([0, 32767, 32767, 32767, 32767, 0])),
      clip('03-01-03-01-01-01-03', makeWav([0, 33, 32767, 32767])),
    ]);
    expect(clipped).toEqual([{ id: '03-01-03-01-01-01-01', samples: 4 }]);
  });

  it('names clips that are silent', async () => {
    const { silent } = await inspect([
      clip('03-01-03-01-01-01-02', makeWav([0, 32, -32])),
      clip('03-01-03-01-01-01-03', makeWav([0, 33, 32767, 32767])),
    ]);
    expect(silent).toEqual(['03-01-03-01-01-01-02']);
  });

  const sampleRate = 16_000;
  const noise = (seed: number, gain = 1): number[] => {
    const random = seeded(seed);
    const wave = (i: number): number => Math.sin((i / sampleRate) * seed * 3) ** 2;
    return Array.from({ length: sampleRate }, (_, i) => gain * 20_000 * (random() - 0.5) * wave(i));
  };

  it('names clips that hold one recording under other labels, actors and modalities', async () => {
    const found = await inspect([
      clip('01-01-05-01-01-01-02', makeWav(noise(1, 0.5), { sampleRate })),
      clip('03-01-03-01-01-01-01', makeWav(noise(1), { sampleRate })),
      clip('03-01-03-01-01-01-02', makeWav(noise(2), { sampleRate })),
    ]);
    const files = ['01-01-05-01-01-01-02.wav', '03-01-03-01-01-01-01.wav'];
    expect(found.twins).toEqual([{ ids: files.map((file) => file.slice(0, -4)), files }]);
    expect(found.problems).toEqual([
      {
        file: files[0],
        code: 'same-sound',
        message: `inspect: ${files[0]} must be a recording of its own, got the same sound in ${files[1]}`,
      },
    ]);
  });

  it('lists the pair that RAVDESS was published with, which is no problem of a copy', async () => {
    const ids = ['03-01-03-01-02-01-07', '03-01-03-01-02-02-07'];
    const found = await inspect(ids.map((id) => clip(id, makeWav(noise(1), { sampleRate }))));
    expect(found.twins).toMatchObject([{ ids }]);
    expect(found.problems).toEqual([]);
  });

  it('takes silences for no twins', async () => {
    expect((await inspectAll()).twins).toEqual([]);
  });

  it('names headers that contradict themselves, and counts their clips', async () => {
    const wav = makeWav(noise(1), { sampleRate });
    wav[32] = 4; // the block align of 16-bit mono, which is 2
    const { clips, duration, problems } = await inspect([clip('03-01-03-01-01-01-01', wav)]);
    expect(clips).toBe(1);
    expect(duration.total).toBe(1);
    expect(problems).toMatchObject([
      { file: '03-01-03-01-01-01-01.wav', code: 'wrong-block-align' },
    ]);
  });

  it('stops between clips when the signal aborts', async () => {
    const controller = new AbortController();
    const clips = [1, 2, 3].map((n) => clip(`03-01-03-01-01-01-0${n}`, makeWav(second)));
    const seen: number[] = [];
    const promise = inspect(clips, {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(promise).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2]);
  });

  it('does not hide an error that is not about the clip', async () => {
    const broken = { ...clip('03-01-03-01-01-01-01', makeWav(second)) };
    broken.bytes = () => Promise.reject(new TypeError('a bug'));
    await expect(inspect([broken])).rejects.toThrow('a bug');
  });
});
